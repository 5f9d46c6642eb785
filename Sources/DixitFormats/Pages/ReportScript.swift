// What a report's page can do by itself: sort its tables, and show the rows with some words.

/// The one script that runs in a report. The page's policy names it by its checksum, so that nothing else does.
enum ReportScript {
    /// Tables are whole without it; what it adds are buttons in the heads of columns, and a field above long tables.
    static let text = """

        "use strict";
        const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
        const fold = text => text.normalize("NFD").replace(/\\p{M}/gu, "").toLowerCase();
        for (const table of document.querySelectorAll("table")) {
          const body = table.tBodies[0], rows = [...body.rows], heads = [...table.tHead.rows[0].cells];
          heads.forEach((head, column) => {
            const button = document.createElement("button");
            button.type = "button";
            button.append(...head.childNodes);
            head.append(button);
            button.addEventListener("click", () => {
              const isNumber = head.classList.contains("n") && column > 0;
              const order = isNumber ? ["descending", "ascending", null] : ["ascending", "descending", null];
              const next = order[(order.indexOf(head.getAttribute("aria-sort")) + 1) % 3];
              heads.forEach(other => other.removeAttribute("aria-sort"));
              if (next) head.setAttribute("aria-sort", next);
              const sign = next === "descending" ? -1 : 1;
              const keyed = rows.map(row => {
                const cell = row.cells[column];
                return { row, text: cell.textContent, number: cell.dataset.v === undefined ? NaN : Number(cell.dataset.v) };
              });
              if (next) keyed.sort((a, b) => (a.text === "") - (b.text === "") || sign * (
                Number.isNaN(a.number) || Number.isNaN(b.number) ? compare(a.text, b.text) : a.number - b.number));
              body.append(...keyed.map(one => one.row));
            });
          });
          if (table.dataset.filter === undefined) continue;
          const label = document.createElement("label"), field = document.createElement("input");
          const status = document.createElement("span");
          field.type = "search";
          status.setAttribute("role", "status");
          label.append(table.dataset.filter + " ", field);
          const line = document.createElement("p");
          line.className = "filter";
          line.append(label, " ", status);
          table.parentElement.before(line);
          const texts = rows.map(row => fold(row.textContent));
          field.addEventListener("input", () => {
            const words = fold(field.value).split(/\\s+/);
            let shown = 0;
            rows.forEach((row, index) => {
              row.hidden = !words.every(word => texts[index].includes(word));
              if (!row.hidden) shown += 1;
            });
            status.textContent = table.dataset.shown.replace("{shown}", shown).replace("{all}", rows.length);
          });
        }

        """

    /// SHA-256 of ``text``, as a policy wants it; a test compares them.
    static let checksum = "sha256-CorUh8rcGqVm4kXIfzkJoQKhiuDErYMfLGN5VIORyuY="

    /// Nothing from elsewhere, no script but this one, no style but the page's, nothing to be sent anywhere.
    static let policy =
        "default-src 'none'; script-src '\(checksum)'; style-src '\(ReportStyle.checksum)'; base-uri 'none'; "
        + "form-action 'none'"
}
