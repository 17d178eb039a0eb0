/* How do the messages of a chat stand one below the other, albums as grids, edits in place? */

import { drawMessage } from "/page/bubble.js";
import { make } from "/page/dom.js";

export class Stream {
  constructor(element, doings) {
    this.element = element;
    this.doings = doings;
    this.low = true;
    // Whoever reads the newest message goes on seeing it when a keyboard opens, a picture loads, or the phone is taken up again.
    element.addEventListener("scroll", () => { this.low = this.isLow(); }, { passive: true });
    new ResizeObserver(() => this.stayLow()).observe(element);
    this.clear();
  }

  clear() {
    this.posts = new Map();
    this.drawn = new Map();
    this.topic = 0;
    this.low = true;
    this.element.replaceChildren();
  }

  show(view) {
    view.posts.forEach((post) => this.put(post, view));
    this.low ||= view.posts.some((post) => post.mine);
    this.stayLow();
  }

  put(post, view) {
    const known = this.drawn.get(post.id);
    if (post.deleted) {
      this.posts.delete(post.id);
      this.drawn.delete(post.id);
      known?.remove();
      this.element.querySelectorAll(".album:empty").forEach((empty) => empty.remove());
      return;
    }
    this.posts.set(post.id, post);
    const fresh = drawMessage(post, view, this.doings);
    fresh.dataset.thread = post.message.is_topic_message ? post.message.message_thread_id : 0;
    this.drawn.set(post.id, fresh);
    if (known) known.replaceWith(fresh);
    else this.place(post.message.media_group_id).append(fresh);
    fresh.hidden = this.hides(fresh);
    fresh.querySelector("img")?.addEventListener("load", () => this.stayLow(), { once: true });
  }

  isLow() {
    const { scrollHeight, scrollTop, clientHeight } = this.element;
    return clientHeight === 0 ? this.low : scrollHeight - scrollTop - clientHeight < 120;
  }

  stayLow() {
    if (this.low) this.element.scrollTop = this.element.scrollHeight;
  }

  place(album) {
    if (!album) return this.element;
    const found = this.element.querySelector(`.album[data-album="${CSS.escape(album)}"]`);
    if (found) return found;
    const grid = make("div", { class: "album", test: "album", "data-album": album });
    this.element.append(grid);
    return grid;
  }

  choose(topic) {
    this.topic = topic;
    this.drawn.forEach((element) => { element.hidden = this.hides(element); });
  }

  hides(element) {
    return Boolean(this.topic) && Number(element.dataset.thread) !== this.topic;
  }
}
