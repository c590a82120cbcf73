extension AlignmentPage {
  /// How the page looks: two columns and the confidence; below 40 em one link under another. Every
  /// text has a contrast of at least 4.5 to 1 to what is behind it (WCAG 2.2, 1.4.3), and nothing is
  /// said by colour alone.
  static let style =
    PageFrame.style + """

      table { width: 100%; border-collapse: collapse; table-layout: fixed; }
      th { text-align: start; font-weight: 600; padding: .5rem .75rem; border-bottom: 2px solid var(--line);
        position: sticky; top: 0; background: var(--back); overflow-wrap: anywhere; }
      th:last-child { width: 9.5rem; }
      td { vertical-align: top; padding: .6rem .75rem; border-bottom: 1px solid var(--line); }
      td p { margin: 0; padding-inline-start: 2.4rem; overflow-wrap: anywhere; }
      td p + p { margin-top: .35rem; }
      .n { float: inline-start; width: 2rem; margin-inline-start: -2.4rem; text-align: end;
        color: var(--dim); font-size: .8rem; line-height: 1.875; font-variant-numeric: tabular-nums; }
      .heading { font-weight: 600; }
      .none { color: var(--dim); font-style: italic; text-align: center;
        background: repeating-linear-gradient(135deg, var(--shade) 0 .45rem, var(--back) .45rem .9rem); }
      .null td:not(.none):not(.conf) { border-inline-start: 3px solid var(--dim); }
      .out td, .boilerplate { color: var(--dim); font-size: .9rem; }
      .out .none { background: none; }
      .note { font-size: .8rem; font-style: italic; margin-inline-start: .6rem; }
      .note::before { content: "("; } .note::after { content: ")"; }
      .conf { font-variant-numeric: tabular-nums; }
      .bar { display: inline-block; width: 3.6rem; height: .5rem; margin-inline-end: .5rem;
        border: 1px solid var(--dim); border-radius: 2px; overflow: hidden; }
      .bar i { display: block; height: 100%; background: var(--bar); }
      .marks { display: block; font-size: .85rem; color: var(--dim); }
      details { font-size: .85rem; color: var(--dim); }
      summary { cursor: pointer; }
      summary:focus-visible { outline: 2px solid var(--bar); outline-offset: 2px; }
      ul { margin: 0; padding: 0 0 0 1rem; list-style: none; }
      @media (max-width: 40em) {
        main { padding: 1rem .75rem 2rem; }
        thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        table, tbody, tr, td { display: block; }
        tr { border: 1px solid var(--line); border-radius: .4rem; margin-bottom: .75rem; overflow: hidden; }
        td { border-bottom: 1px solid var(--line); padding: .55rem .6rem; }
        td + td:not(.conf):not(.none) { background: var(--shade); }
        td.conf { border-bottom: 0; }
        td.conf:empty, .out td.none { display: none; }
        td.none { padding: .3rem; }
        .null td.none:last-of-type, .out td { border-bottom: 0; }
        details { display: inline-block; vertical-align: top; }
      }
      @media print {
        tr { break-inside: avoid; } th { position: static; } details { display: none; }
      }
      """
}
