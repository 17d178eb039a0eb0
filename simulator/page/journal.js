/* What did the bot ask and what was wrong with it? The drawer at the side. */

import { read } from "/page/api.js";
import { byId, make } from "/page/dom.js";

const KEPT = 200;

export class Journal {
  constructor() {
    this.last = 0;
    byId("journal-open").addEventListener("click", () => this.toggle(byId("journal").hidden));
    byId("journal-close").addEventListener("click", () => this.toggle(false));
  }

  async toggle(open) {
    byId("journal").hidden = !open;
    if (open) await this.load();
  }

  async know(world) {
    const button = byId("journal-open");
    byId("call-count").textContent = world.problems ? `${world.calls} · ${world.problems} masalah` : world.calls;
    button.classList.toggle("wrong", world.problems > 0);
    if (!byId("journal").hidden) await this.load();
  }

  async load() {
    const [journal, found] = await Promise.all([read("calls", { since: this.last, limit: KEPT }), read("problems")]);
    if (journal.count < this.last) {
      this.last = 0;
      byId("calls").replaceChildren();
      return;
    }
    this.last = journal.count;
    byId("calls").prepend(...journal.calls.reverse().map(line));
    [...byId("calls").children].slice(KEPT).forEach((old) => old.remove());
    byId("problems").replaceChildren(...found.problems.slice(-20).map((words) => make("li", { textContent: words })));
  }
}

function line(call) {
  const good = call.answer.ok;
  const result = call.answer.lost ? "jawaban hilang" : good ? "ok" : `${call.answer.error_code} ${call.answer.description}`;
  return make("li", { test: "call" }, make("details", {},
    make("summary", { class: good ? "" : "wrong" }, make("b", { textContent: call.method }), ` ${result}`),
    make("pre", { textContent: JSON.stringify({ params: call.params, answer: call.answer }, null, 1) })));
}
