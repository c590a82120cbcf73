/// What all pages of this package share: a head that lets nothing in from elsewhere, and the look.
package enum PageFrame {
  /// The page up to the start of its body.
  ///
  /// - Parameter title: As HTML.
  package static func head(title: String, generator: String, style: String) -> [String] {
    [
      "<!DOCTYPE html>", "<html lang=\"en\">", "<head>", "<meta charset=\"utf-8\">",
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
      "<meta http-equiv=\"Content-Security-Policy\" "
        + "content=\"default-src 'none'; style-src 'unsafe-inline'\">",
      "<meta name=\"color-scheme\" content=\"light dark\">",
      "<meta name=\"generator\" content=\"\(HTMLText.escaped(generator))\">",
      "<title>\(title)</title>", "<style>", style, "</style>", "</head>", "<body>",
    ]
  }

  package static let foot = ["</body>", "</html>"]

  /// Colours and type. Every text has a contrast of at least 4.5 to 1 to what is behind it (WCAG 2.2,
  /// 1.4.3).
  package static let style = """
    :root { color-scheme: light dark; --text: #22262b; --dim: #5a616a; --back: #fdfcfa; --line: #dad7d0;
      --shade: #f5f3ee; --stripe: #e6e2da; --bar: #2b5f91; --good: #14692c; --mark: #8a4513; }
    @media (prefers-color-scheme: dark) { :root { --text: #e8e6e1; --dim: #a9afb7; --back: #15181c;
      --line: #383d44; --shade: #1d2126; --stripe: #2b3037; --bar: #82b4e6; --good: #7fd494;
      --mark: #e5ad72; } }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--back); color: var(--text);
      font: 1rem/1.5 system-ui, "Liberation Sans", sans-serif; }
    main { max-width: 88rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; }
    h1 { font-size: 1.4rem; line-height: 1.25; margin: 0 0 .3rem; overflow-wrap: anywhere; }
    .sum { margin: 0 0 1.25rem; color: var(--dim); }
    @media print {
      :root { color-scheme: light; --text: #000; --dim: #444; --back: #fff; --line: #999;
        --shade: #fff; --stripe: #ddd; --bar: #2b5f91; --mark: #000; }
      main { padding: 0; max-width: none; } body { font-size: 9.5pt; }
    }

    """
}
