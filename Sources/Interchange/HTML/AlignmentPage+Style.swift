extension AlignmentPage {
  /// How the page looks: two columns and the confidence; below 40 em one link under another. Every
  /// text has a contrast of at least 4.5 to 1 to what is behind it (WCAG 2.2, 1.4.3), and nothing is
  /// said by colour alone.
  static let style = """
    :root { color-scheme: light dark; --text: #1c2024; --dim: #5b6470; --back: #fff; --line: #d5d9de;
      --shade: #f4f5f7; --stripe: #e6e9ed; --bar: #0b62c4; --good: #14692c; }
    @media (prefers-color-scheme: dark) { :root { --text: #e4e7eb; --dim: #a3acb8; --back: #14171b;
      --line: #343a42; --shade: #1c2026; --stripe: #262c34; --bar: #62a6ff; --good: #7fd494; } }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--back); color: var(--text);
      font: 1rem/1.5 system-ui, "Liberation Sans", sans-serif; }
    main { max-width: 88rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; }
    h1 { font-size: 1.4rem; line-height: 1.25; margin: 0 0 .3rem; overflow-wrap: anywhere; }
    .sum { margin: 0 0 1.25rem; color: var(--dim); }
    table { width: 100%; border-collapse: collapse; table-layout: fixed; }
    th { text-align: left; font-weight: 600; padding: .5rem .75rem; border-bottom: 2px solid var(--line);
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
      :root { --text: #000; --dim: #444; --back: #fff; --line: #999; --shade: #fff; --stripe: #ddd; }
      main { padding: 0; max-width: none; } body { font-size: 9.5pt; }
      tr { break-inside: avoid; } th { position: static; } details { display: none; }
    }
    """
}
