// How a report looks: on a telephone, on a desk, in the dark, on paper.

/// The style sheet of a report, named by its checksum in the page's policy.
enum ReportStyle {
    static let text = """

        :root { color-scheme: light dark; --text: #1b1b1b; --page: #fdfdfb; --quiet: #5c5c5c; --line: #c9c9c4;
          --bar: #1f6f8b; --mark: #fff0b3; --code: #f1f1ec; }
        @media (prefers-color-scheme: dark) { :root { --text: #ececec; --page: #161616; --quiet: #a8a8a8; --line: #474747;
          --bar: #5fb0cc; --mark: #4d4208; --code: #242424; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 64rem; padding: 1rem; background: var(--page); color: var(--text);
          font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
        h1 { line-height: 1.2; margin-bottom: .3rem; } h2 { margin: 2.5rem 0 .5rem; font-size: 1.25rem; }
        h3 { margin: 2rem 0 .2rem; font-size: 1.05rem; }
        a { color: inherit; } header p, .count, footer { color: var(--quiet); } .count, .notes, .filter { margin: .4rem 0; }
        .notes { border-left: 3px solid var(--bar); padding: .2rem .8rem; } ul.notes { list-style: none; }
        .query code { display: block; background: var(--code); padding: .4rem .6rem; white-space: pre-wrap; }
        pre { white-space: pre-wrap; } .number { font-size: 2.5rem; margin: .5rem 0; }
        .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); gap: 1rem 2rem;
          align-items: start; }
        figure { margin: 1rem 0; max-width: 30rem; } figcaption { font-weight: 600; margin-bottom: .4rem; }
        svg { display: block; width: 100%; height: auto; overflow: visible; } svg text { font-size: 13px; fill: var(--text); }
        svg .v { fill: var(--quiet); font-size: 12px; } svg rect { fill: var(--bar); } svg line { stroke: var(--line); }
        .wide { overflow-x: auto; margin: .5rem 0; } table { border-collapse: collapse; font-size: .9rem; line-height: 1.4; }
        th, td { text-align: left; vertical-align: top; padding: .35rem .7rem; border-bottom: 1px solid var(--line);
          overflow-wrap: normal; } td { min-width: 4rem; max-width: 32rem; } .t { min-width: 16rem; } .n { text-align: right; white-space: nowrap; }
        thead th { border-bottom: 2px solid var(--line); white-space: nowrap; } tbody th { font-weight: normal; }
        th button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; }
        th button::after { content: "\\2195"; color: var(--quiet); opacity: .5; padding-left: .3em; }
        th[aria-sort] button::after { opacity: 1; } th[aria-sort=ascending] button::after { content: "\\2191"; }
        th[aria-sort=descending] button::after { content: "\\2193"; }
        input { font: inherit; color: inherit; background: var(--code); border: 1px solid var(--line); padding: .2rem .5rem;
          max-width: 100%; }
        blockquote { margin: .5rem 0; font: 1.05rem/1.65 Georgia, serif; max-width: 44rem; }
        blockquote p { margin: .6rem 0; white-space: pre-line; } mark { background: var(--mark); color: inherit; }
        .back { font: .7rem system-ui, sans-serif; vertical-align: super; margin: 0 .25em; }
        .target:target + mark, tr:target, article:target { outline: 2px solid var(--bar); outline-offset: 2px; }
        :focus-visible { outline: 3px solid var(--bar); }
        [hidden] { display: none; }
        @media print { :root { --text: #000; --page: #fff; --quiet: #444; --bar: #555; --mark: #fff; --code: #fff; }
          body { max-width: none; padding: 0; font-size: 10pt; } .filter, th button::after { display: none; }
          .wide { overflow: visible; } thead { display: table-header-group; } tr, figure { break-inside: avoid; }
          h2, h3 { break-after: avoid; } mark { text-decoration: underline; } svg rect { print-color-adjust: exact; } }

        """

    /// SHA-256 of ``text``, as a policy wants it; a test compares them.
    static let checksum = "sha256-vMI2xrOq7Rr9sNEHb02ZomYzcxBz7BR8JP2grKyHOUE="
}
