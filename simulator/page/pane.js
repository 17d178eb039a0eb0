/* What does one phone show: whose it is, which chat is open, and what happens when buttons are pressed? */

import { act, read } from "/page/api.js";
import { Composer } from "/page/composer.js";
import { alertBox, ask, byId, fill, make, showError } from "/page/dom.js";
import { Stream } from "/page/stream.js";

const TYPING = { typing: "mengetik…", upload_photo: "mengirim foto…", upload_document: "mengirim berkas…" };

export class Pane {
  constructor(side, root) {
    root.append(byId("pane-template").content.cloneNode(true));
    this.side = side;
    this.find = (selector) => root.querySelector(selector);
    this.person = this.room = null;
    this.view = null;
    this.stream = new Stream(this.find(".stream"), {
      press: (post, button, element) => this.press(post, button, element),
      menu: (post, element) => this.menu(post, element),
      isOwn: (url) => url.startsWith(`https://t.me/${this.world.bot.username}?start=`),
      openOwnChat: (url) => this.openOwnChat(url),
      command: (text) => this.act("send", { text }),
    });
    this.composer = new Composer(root, { act: (name, body) => this.act(name, body), replyTo: (id) => this.replyTo(id) });
    this.name();
    this.listen();
  }

  name() {
    const hooks = { ".person": "person", ".room": "room", ".topic": "topic", ".menu": "menu", ".block": "block", ".add": "add",
      ".gate": "start", ".title": "title", ".stream": "stream", ".below": "typing", ".toast": "toast", textarea: "composer",
      ".send": "send", ".attach input": "file", ".as-file input": "as-file", ".tray": "tray", ".keyboard": "keyboard" };
    Object.entries(hooks).forEach(([selector, hook]) => { this.find(selector).dataset.testid = `${hook}-${this.side}`; });
  }

  listen() {
    const click = (selector, handler) => this.find(selector).addEventListener("click", () => {
      this.find(".menu").open = false;
      Promise.resolve(handler()).catch(showError);
    });
    click(".add", () => this.add());
    click(".block", () => this.act(this.view?.blocked ? "unblock" : "block", {}));
    click(".contact", () => this.act("contact", {}));
    click(".place", () => this.act("location", {}));
    click(".sticker", () => this.act("sticker", {}));
    click(".gate", () => this.start());
    this.find(".person").addEventListener("change", (event) => this.open(Number(event.target.value), null));
    this.find(".room").addEventListener("change", (event) => this.open(this.person, Number(event.target.value)));
    this.find(".topic").addEventListener("change", (event) => this.stream.choose(Number(event.target.value)));
  }

  know(world) {
    this.world = world;
    const groups = world.groups.filter((group) => !group.migrated_to);
    const staff = new Set(groups.flatMap((group) => Object.keys(group.members).map(Number)));
    const people = world.people.filter((person) => staff.has(person.id) === (this.side === "staff"));
    fill(this.find(".person"), people.map((person) => [person.id, person.first_name]), this.person);
    const known = people.some((person) => person.id === this.person);
    if (!known) this.open(people[0]?.id ?? null, null);
    else this.showRooms();
  }

  rooms() {
    const groups = this.world.groups.filter((group) => !group.migrated_to && this.person in group.members);
    const own = [this.person, `Obrolan pribadi dengan @${this.world.bot.username}`];
    return [...groups.map((group) => [group.id, group.title]), own];
  }

  showRooms() {
    const rooms = this.person === null ? [] : this.rooms();
    fill(this.find(".room"), rooms, this.room);
    this.find(".room").hidden = rooms.length < 2;
    if (this.person !== null && !rooms.some(([id]) => id === this.room)) this.open(this.person, null);
  }

  open(person, room) {
    this.watching?.abort();
    this.person = person;
    this.room = person === null ? null : room ?? this.rooms()[0][0];
    this.view = null;
    this.payload = "";
    this.find(".toast").hidden = true;
    this.stream.clear();
    this.composer.aim();
    this.showRooms();
    if (person !== null) {
      this.find(".person").value = String(person);
      this.watch();
    }
  }

  async watch() {
    const control = this.watching = new AbortController();
    let since = 0;
    while (!control.signal.aborted) {
      try {
        const view = await read("chat", { user: this.person, chat: this.room, since, wait: since ? 25 : 0 }, control.signal);
        if (view.version < since) return this.open(this.person, this.room);
        since = Math.max(view.version, 1);
        this.show(view);
      } catch (error) {
        if (control.signal.aborted) return undefined;
        await new Promise((done) => setTimeout(done, 1000));
      }
    }
    return undefined;
  }

  show(view) {
    this.view = view;
    const isPrivate = view.chat.type === "private";
    this.find(".title").textContent = isPrivate ? this.world.bot.first_name : view.chat.title;
    this.find(".face").textContent = (isPrivate ? "🛡" : view.chat.title.slice(0, 1));
    this.showTyping(view, isPrivate ? "bot" : "grup");
    this.find(".block").textContent = view.blocked ? "Buka blokir bot" : "Blokir bot";
    this.find(".block").hidden = !isPrivate;
    const gate = view.blocked ? "BUKA BLOKIR" : isPrivate && (!view.started || this.payload) ? "MULAI" : "";
    this.find(".gate").hidden = !gate;
    this.find(".gate").textContent = gate;
    this.find(".composer").hidden = Boolean(gate) || !view.present;
    const topics = view.topics.map((topic) => [topic.id, topic.closed ? `${topic.name} 🔒` : topic.name]);
    fill(this.find(".topic"), [[0, "Semua topik"], ...topics], this.stream.topic);
    this.find(".topic").hidden = topics.length === 0;
    this.stream.show(view);
    this.composer.showKeyboard(view.keyboard);
    const pinned = this.stream.posts.get(view.pinned.at(-1));
    this.find(".pinned").hidden = !pinned;
    this.find(".pinned").textContent = pinned ? `📌 ${pinned.message.text ?? pinned.message.caption ?? "Pesan"}` : "";
  }

  showTyping(view, rest) {
    const below = this.find(".below");
    clearTimeout(this.typing);
    below.textContent = view.action ? TYPING[view.action] ?? "sibuk…" : rest;
    below.classList.toggle("busy", Boolean(view.action));
    if (view.action) this.typing = setTimeout(() => this.showTyping({ action: null }, rest), 5000);
  }

  async act(name, body) {
    const thread = this.stream.topic ? { thread: this.stream.topic } : {};
    const room = ["block", "unblock", "start"].includes(name) ? {} : { chat: this.room, ...thread };
    try {
      return await act(name, { user: this.person, ...room, ...body });
    } catch (error) {
      showError(error);
      return null;
    }
  }

  async press(post, button, element) {
    if (button.copy_text) return navigator.clipboard?.writeText(button.copy_text.text);
    element.setAttribute("aria-busy", "true");
    const answer = await this.act("press", { message_id: post.id, data: button.callback_data, wait: 15 });
    element.removeAttribute("aria-busy");
    if (answer?.url) return this.openOwnChat(answer.url);
    if (!answer?.text) return undefined;
    return answer.alert ? alertBox(answer.text) : this.toast(answer.text);
  }

  start() {
    const payload = this.payload;
    this.payload = "";
    return this.view?.blocked && !payload ? this.act("unblock", {}) : this.act("start", { payload });
  }

  /* A link t.me/<bot>?start=… opens the chat with the bot and shows its button, also to those who have started it. */
  openOwnChat(url) {
    this.open(this.person, this.person);
    this.payload = new URL(url).searchParams.get("start") ?? "";
  }

  toast(text) {
    const box = this.find(".toast");
    box.textContent = text;
    box.hidden = false;
    clearTimeout(this.toasting);
    this.toasting = setTimeout(() => { box.hidden = true; }, 4000);
  }

  replyTo(id) {
    const post = this.stream.posts.get(id);
    if (post) this.composer.aim({ replyTo: post });
  }

  menu(post, element) {
    const open = element.parentElement.querySelector(".choices");
    if (open) return open.remove();
    const editable = post.mine && (post.message.text || post.message.caption) && !post.message.forward_origin;
    const doings = [["message-reply", "Balas", () => this.composer.aim({ replyTo: post })]];
    if (editable) doings.push(["message-edit", "Sunting", () => this.composer.aim({ editing: post })]);
    doings.push(["message-delete", "Hapus pesan", () => this.act("delete", { message_id: post.id })]);
    return element.parentElement.append(make("span", { class: "choices" }, ...doings.map(([hook, label, handler]) => make("button", {
      type: "button", test: hook, textContent: label,
      on: { click: (event) => { event.currentTarget.parentElement.remove(); handler(); } },
    }))));
  }

  async add() {
    const first_name = await ask(this.side === "worker" ? "Nama pekerja baru (contoh)" : "Nama petugas baru (contoh)", "Contoh");
    if (!first_name) return;
    const { id } = await act("add_user", { first_name });
    if (this.side === "staff") {
      const chat = this.world.groups[0]?.id ?? (await this.addGroup());
      await act("set_member", { chat, user: id, status: this.world.groups.length ? "member" : "creator" });
    }
    this.know(await read("overview"));
    this.open(id, null);
  }

  async addGroup() {
    const { id } = await act("add_group", { title: "Verifikasi (simulasi)", kind: "supergroup" });
    await act("set_member", { chat: id, user: this.world.bot.id, status: "administrator" });
    return id;
  }
}
