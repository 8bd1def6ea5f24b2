// Tells when a camera sees a ticket anew. A reader looks several times a second: the same code counts once while it is in the picture, and again
// when it was away and comes back, for then the next person may be showing it.
const awayLooks = 3;
const settledAfter = 2_000;

export class Sightings {
  #last = '';
  #at = 0;
  #away = 0;

  // What was seen in one look; nothing, where there was no code. Whether it is to be answered.
  isNew(text, now) {
    if (!text) {
      this.#away++;
      if (this.#away >= awayLooks || now - this.#at >= settledAfter) {
        this.#last = '';
      }

      return false;
    }

    this.#away = 0;
    if (text === this.#last) {
      return false;
    }

    [this.#last, this.#at] = [text, now];
    return true;
  }
}

// What somebody types to find a person has spaces or is short; the code of a ticket is one long word.
export function isName(text) {
  const typed = text.trim();
  return typed.length <= 20 || /\s/.test(typed);
}
