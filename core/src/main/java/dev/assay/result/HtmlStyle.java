package dev.assay.result;

/** How pages look: on screens light and dark, and on paper. */
final class HtmlStyle {
    static final String CSS = """
            <style>
            :root {
              color-scheme: light dark;
              --ink: #1c2024; --soft: #5b6470; --line: #d9dde2; --paper: #ffffff; --well: #f4f6f8;
              --good: #12692f; --good-well: #e5f4e9; --bad: #b3161f; --bad-well: #fdeaea;
              --open: #7a5200; --open-well: #fff4d9;
            }
            @media (prefers-color-scheme: dark) {
              :root {
                --ink: #e4e7ea; --soft: #9aa4ae; --line: #363c43; --paper: #15181b; --well: #1e2226;
                --good: #68c987; --good-well: #12291a; --bad: #ff8f8f; --bad-well: #351717;
                --open: #e9c067; --open-well: #2e2510;
              }
            }
            * { box-sizing: border-box; }
            body {
              font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif;
              color: var(--ink); background: var(--paper); margin: 0 auto; max-width: 66rem; padding: 2rem 1.25rem 4rem;
            }
            header { border-radius: .6rem; padding: 1.1rem 1.4rem; border-left: .5rem solid; }
            header.pass { color: var(--good); background: var(--good-well); }
            header.fail, header.rejected { color: var(--bad); background: var(--bad-well); }
            header.indeterminate { color: var(--open); background: var(--open-well); }
            header p { color: var(--ink); margin: .15rem 0 0; font-size: 1.1rem; }
            h1 { font-size: 1.9rem; line-height: 1.2; letter-spacing: .04em; margin: 0; }
            h2 { font-size: 1.2rem; margin: 2.4rem 0 .6rem; padding-bottom: .25rem; border-bottom: 2px solid var(--line); }
            h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; }
            p { margin: .5rem 0; }
            code { font: .84em/1.45 ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
              overflow-wrap: anywhere; }
            dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .2rem 1rem; margin: .6rem 0; }
            dt { color: var(--soft); }
            dd { margin: 0; overflow-wrap: anywhere; }
            .note { background: var(--open-well); border-left: .3rem solid var(--open); border-radius: .3rem;
              padding: .55rem .9rem; margin: .7rem 0; overflow-wrap: anywhere; }
            .card { border: 1px solid var(--line); border-radius: .5rem; padding: .7rem 1rem; margin: .7rem 0; }
            .card.failed, .card.rejects { border-left: .4rem solid var(--bad); }
            .card.open, .card.undetermined { border-left: .4rem solid var(--open); }
            .card h3 { margin: 0; }
            .failed h3, .rejects h3, li.failed, tr.failed td { color: var(--bad); }
            .open h3, .undetermined h3 { color: var(--open); }
            li.passed { color: var(--good); }
            .scroll { overflow-x: auto; }
            table { border-collapse: collapse; width: 100%; font-size: .92rem; }
            th { color: var(--soft); font-weight: 600; white-space: nowrap; }
            th, td { border-bottom: 1px solid var(--line); padding: .35rem .9rem .35rem 0; text-align: left;
              vertical-align: top; }
            td { overflow-wrap: anywhere; min-width: 4.5rem; }
            td:first-child { overflow-wrap: normal; }
            tr.failed td { font-weight: 600; }
            ul { padding-left: 1.3rem; }
            .codes { color: var(--soft); font-size: .88rem; }
            .codes span { white-space: nowrap; margin-right: .6em; }
            @media (min-width: 40.01rem) { td:first-child { white-space: nowrap; } }
            @media (max-width: 40rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .4rem; } }
            @media print {
              :root {
                color-scheme: light;
                --ink: #000; --soft: #444; --line: #bbb; --paper: #fff; --well: #fff; --good: #0b4d22;
                --good-well: #fff; --bad: #8f0f17; --bad-well: #fff; --open: #5e3f00; --open-well: #fff;
              }
              @page { margin: 16mm 14mm; }
              body { font-size: 10pt; max-width: none; padding: 0; }
              header { border: 1px solid; border-left-width: .5rem; }
              h2 { break-after: avoid; }
              tr, .card, .note, header { break-inside: avoid; }
            }
            </style>
            """;

    private HtmlStyle() {}
}
