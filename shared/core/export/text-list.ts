const BLOCK = 1 << 16; // bytes
const MOST = 255; // characters that one is said to share with the one before

/** Texts of ASCII, in order, of each only what differs from the one before: of the paths of a million pages a few bytes each. */
export class TextList {
  readonly #blocks: Uint8Array[] = [];
  #at = BLOCK; // in the last block
  #last = '';
  count = 0;

  add(text: string): void {
    const most = Math.min(text.length, this.#last.length, MOST);
    let shared = 0;
    while (shared < most && text[shared] === this.#last[shared]) shared += 1;
    this.#put(shared);
    for (let left = text.length - shared; ; left >>>= 7) {
      this.#put(left > 0x7f ? (left & 0x7f) | 0x80 : left);
      if (left <= 0x7f) break;
    }
    for (let k = shared; k < text.length; k += 1) this.#put(text.charCodeAt(k));
    this.#last = text;
    this.count += 1;
  }

  #put(byte: number): void {
    if (this.#at === BLOCK) {
      this.#blocks.push(new Uint8Array(BLOCK));
      this.#at = 0;
    }
    this.#blocks.at(-1)![this.#at] = byte;
    this.#at += 1;
  }

  *[Symbol.iterator](): Generator<string, void> {
    let [from, text] = [0, ''];
    const next = () => {
      const byte = this.#blocks[Math.floor(from / BLOCK)]![from % BLOCK]!;
      from += 1;
      return byte;
    };
    for (let k = 0; k < this.count; k += 1) {
      const shared = next();
      let length = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = next();
        length |= (byte & 0x7f) << shift;
        if (byte < 0x80) break;
      }
      text = text.slice(0, shared) + String.fromCharCode(...Array.from({ length }, next));
      yield text;
    }
  }
}
