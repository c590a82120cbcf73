internal import Interchange

extension CoveragePage {
  /// How the pages look. Full, partial and missing differ by line and hatching too, never by colour alone.
  static let style =
    PageFrame.style + """

      :root { --full: #d5e3f1; --part: #edf3f9; --edge: #2b5f91; --gap: #f7ece2; --hatch: #e2c4a8;
        --h0: #fdfcfa; --h1: #edf2f7; --h2: #d9e5f1; --h3: #bfd4e9; --h4: #a3c1df; --h5: #88add4; }
      @media (prefers-color-scheme: dark) { :root { --full: #25415e; --part: #1c2c3d; --edge: #82b4e6;
        --gap: #2e241b; --hatch: #5c4229; --h0: #15181c; --h1: #1b2733; --h2: #20344a; --h3: #264361;
        --h4: #2c5279; --h5: #326191; } }
      @media print { :root { --full: #d5e3f1; --part: #edf3f9; --edge: #2b5f91; --gap: #fff;
        --hatch: #999; --h0: #fff; --h1: #edf2f7; --h2: #d9e5f1; --h3: #bfd4e9; --h4: #a3c1df;
        --h5: #88add4; } }
      main { max-width: 78rem; padding-top: 2.5rem; }
      header { max-width: 52rem; }
      h1, .headline, .big { font-family: "Iowan Old Style", Charter, "Source Serif 4", Georgia,
        "Liberation Serif", serif; font-weight: 400; }
      h1 { font-size: 1.9rem; letter-spacing: -.01em; margin-bottom: 1rem; }
      h2 { font-size: 1.05rem; font-weight: 650; margin: 0 0 .5rem; }
      h2.next { margin-top: 2rem; }
      h3 { font-size: .95rem; font-weight: 650; margin: 1.1rem 0 .4rem; }
      small { color: var(--dim); font-size: .72em; font-family: system-ui, "Liberation Sans", sans-serif;
        letter-spacing: .04em; }
      section, details, .drawing { margin: 2.5rem 0 0; }
      .over { margin: 0 0 .25rem; color: var(--dim); font-size: .85rem; letter-spacing: .02em; }
      .headline { font-size: 1.25rem; line-height: 1.45; margin: 0 0 .5rem; }
      .headline b { font-weight: 400; } .headline .n { color: var(--bar); white-space: nowrap; }
      .dim, .why { color: var(--dim); font-size: .86rem; }
      .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); gap: 0 3rem;
        margin-top: 2rem; }
      .card { border-top: 1px solid var(--line); padding: 1rem 0; }
      .card h2 { font-size: .9rem; font-weight: 400; color: var(--dim); margin: 0; }
      .card p { margin: .5rem 0 0; }
      .big { font-size: 2.6rem; line-height: 1.1; letter-spacing: -.02em;
        font-variant-numeric: lining-nums; }
      .bar { display: inline-flex; width: 100%; min-width: 6rem; height: .55rem; vertical-align: middle;
        background: var(--stripe); overflow: hidden; border-radius: 1px; }
      .card .bar { margin-top: .7rem; }
      .bar i { background: var(--bar); }
      .bar .maybe { background: repeating-linear-gradient(135deg, var(--bar) 0 2px, var(--stripe) 2px 5px); }
      .facts { display: flex; flex-wrap: wrap; gap: .9rem 2.25rem; margin: .5rem 0 0; padding: 1rem 0;
        border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
      .facts div { flex: 1 1 9.5rem; } .facts dt { color: var(--dim); font-size: .86rem; }
      .facts dd { margin: 0; line-height: 1.35; } .facts b { font-weight: 600; }
      .facts span { display: block; color: var(--dim); font-size: .8rem; }
      .no, .fig, .facts b { font-variant-numeric: tabular-nums; }
      .no { color: var(--dim); font-size: .8rem; text-decoration: none; }
      a.no { text-decoration: underline; text-decoration-color: var(--line); text-underline-offset: .2em; }
      a:focus-visible, summary:focus-visible, .wide:focus-visible { outline: 2px solid var(--bar);
        outline-offset: 2px; }
      .why { display: block; margin-top: .15rem; }
      .count { color: var(--dim); font-weight: 400; margin-inline-start: .3rem; }
      .list { list-style: none; margin: 0; padding: 0; }
      .gaps .list { font-size: .92rem; line-height: 1.45; }
      .list li { padding: .55rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
      .view { display: grid; grid-template-columns: minmax(0, 1fr) 20rem; gap: 0 3rem; }
      .gaps { grid-column: 2; grid-row: 1; } .drawing { grid-column: 1; grid-row: 1; margin-inline: 0; }
      figcaption p { margin: 0 0 .4rem; }
      .key { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; list-style: none; margin: 0 0 1rem;
        padding: 0; font-size: .86rem; color: var(--dim); }
      .key svg, .key .m { vertical-align: -2px; margin-inline-end: .5rem; }
      .heads { display: flex; justify-content: space-between; gap: 1rem; font-size: .86rem;
        margin-bottom: .4rem; }
      .heads span { width: 38%; overflow-wrap: anywhere; }
      .plot { position: relative; }
      .column { list-style: none; margin: 0; padding: 0; position: absolute; inset-block: 0; width: 38%; }
      .left { left: 0; } .right { right: 0; }
      .column li { position: absolute; inset-inline: 0; overflow: hidden; background: var(--part);
        border: 1px solid var(--edge); border-radius: 2px; }
      .column .full { background: var(--full); }
      .column .part { border-style: dashed; }
      .column .gap, .column .some, .m.none { border-color: var(--hatch); background:
        repeating-linear-gradient(135deg, var(--hatch) 0 1px, var(--gap) 1px 7px); }
      .column .some { border-color: var(--edge); }
      .column .doubt, .m.doubt { border: 1px dotted var(--mark); background:
        radial-gradient(circle, var(--hatch) 1.5px, transparent 2px) 0 0 / 8px 8px var(--gap); }
      .miss { background: var(--gap); text-decoration: underline dashed var(--mark) 1px;
        text-underline-offset: 2px; }
      .unsure { background: var(--gap); text-decoration: underline dotted var(--mark) 1px;
        text-underline-offset: 2px; }
      .fill { position: absolute; inset-block: 0; left: 0; background: var(--full); }
      .column a { position: relative; display: flex; gap: .4rem; padding: 1px .4rem; color: inherit;
        text-decoration: none; font-size: 12px; line-height: 15px; height: 100%; }
      .column a:hover .t { text-decoration: underline; }
      .column a:focus-visible { outline-offset: -2px; }
      .column .no { font-size: 11px; color: inherit; min-width: 1.1rem; text-align: end; flex: none; }
      .t { display: -webkit-box; -webkit-box-orient: vertical; overflow: hidden;
        overflow-wrap: anywhere; }
      .column a > * { align-self: flex-start; }
      :is(.gap, .doubt) :is(.t, .no) { background: var(--gap); }
      .ribbons { position: absolute; left: 38%; width: 24%; height: 100%; display: block; }
      .r { stroke: var(--edge); stroke-width: 1; vector-effect: non-scaling-stroke; }
      .r.full { fill: var(--full); fill-opacity: .75; }
      .r.part { fill: var(--part); fill-opacity: .45; stroke-dasharray: 4 3; }
      .m { display: inline-block; width: .9rem; height: .9rem; border: 1px solid var(--edge);
        border-radius: 2px; margin-inline-end: .45rem; vertical-align: -.1rem; }
      .m.wide { width: 34px; } .m.full { background: var(--full); }
      .m.part { border-style: dashed; background: var(--part); }
      .told { white-space: nowrap; } .told.gap { color: var(--mark); }
      .wide { overflow-x: auto; position: relative; }
      table { width: 100%; border-collapse: collapse; }
      th, td { text-align: start; vertical-align: top; padding: .5rem .75rem .5rem 0;
        border-bottom: 1px solid var(--line); font-weight: 400; }
      thead th { color: var(--dim); font-size: .86rem; vertical-align: bottom; }
      td p { margin: 0 0 .4rem; } .fig { white-space: nowrap; text-align: end; padding-inline-end: 1.25rem; }
      .all td:nth-child(2), .all td:nth-child(4) { width: 44%; }
      tr:target { background: var(--shade); outline: 2px solid var(--bar); outline-offset: -2px; }
      .head td { font-weight: 600; padding-top: 1.2rem; } .head .no { font-weight: 400; }
      .beads { width: auto; min-width: min(24rem, 100%); }
      .beads td:last-child, .sections td:last-child { width: 45%; }
      .matrix { width: auto; border-collapse: separate; border-spacing: 2px; }
      .matrix th { font-weight: 400; border: 0; max-width: 12rem; overflow-wrap: break-word;
        padding: .4rem .6rem; color: var(--text); }
      .matrix small { display: block; }
      .matrix thead th { min-width: 6.5rem; }
      .matrix tbody th { position: sticky; left: 0; min-width: 7rem; padding-inline-start: 0;
        background: var(--back); }
      .matrix td { border: 0; padding: .5rem .75rem; text-align: end; font-variant-numeric: tabular-nums; }
      .matrix td b { display: block; font-weight: 400; }
      .matrix td.skip, .matrix td.all { color: var(--dim); }
      .h0 { background: var(--h0); box-shadow: inset 0 0 0 1px var(--line); } .h1 { background: var(--h1); }
      .h2 { background: var(--h2); } .h3 { background: var(--h3); } .h4 { background: var(--h4); }
      .h5 { background: var(--h5); }
      details + details, table ~ details, .wide + details, h2 + details { margin-top: .75rem; }
      summary { cursor: pointer; color: var(--dim); }
      details .list { margin-top: .75rem; font-size: .9rem; }
      footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--dim);
        font-size: .8rem; } footer p { margin: 0 0 .2rem; overflow-wrap: anywhere; }
      .hide { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
        white-space: nowrap; }
      @media (max-width: 60em) { .view { display: block; } }
      @media (max-width: 40em) {
        main { padding: 1.5rem 1rem 2.5rem; } h1 { font-size: 1.5rem; } .headline { font-size: 1.1rem; }
        .column { width: 41%; } .heads span { width: 41%; } .ribbons { left: 41%; width: 18%; }
        .column a { font-size: 11px; padding-inline: .25rem; gap: .25rem; }
        .sections th:last-child, .sections td:last-child { display: none; }
        .documents :is(small, :is(th, td):is(:nth-child(3), :nth-child(4), :nth-child(5), :nth-child(7))) {
          display: none; }
        .sections .fig, .documents .fig { padding-inline-end: .6rem; }
        .documents { font-size: .88rem; } .documents thead th { white-space: normal; }
        .matrix tbody th { max-width: 8.5rem; font-size: .9rem; }
        .changes th, .changes .fig { white-space: normal; padding-inline-end: .5rem; font-size: .9rem; }
        table.all, .all tbody, .all tr, .all td { display: block; width: auto; border: 0; padding: 0; }
        .all thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        .all tr { border-top: 1px solid var(--line); padding: .7rem 0; }
        .all td:nth-child(2), .all td:nth-child(4) { width: auto; }
        .all td:nth-child(4) { padding-inline-start: 1rem; border-inline-start: 2px solid var(--line);
          margin-top: .35rem; }
      }
      @media print { .view { display: block; } li, tr { break-inside: avoid; } .plot { break-inside: auto; }
        a { color: inherit; } .bar, .column li, .h1, .h2, .h3, .h4, .h5 { print-color-adjust: exact; } }
      @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
      """
}
