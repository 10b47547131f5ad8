import { EVENT_ID, getScalarValue, SCALAR_STYLE, type Event } from "js-yaml";
import type { PlacedEntry, PlacedValue, Spot } from "./placed-value.js";
import { scalarValue } from "./yaml-scalars.js";

/** What is wrong in the tree, and where. */
export interface TreeFault {
  readonly at: Spot;
  readonly message: string;
  readonly hint: string;
}

/** How many values the aliases of a file may stand for, so that a small file cannot become an endless one. */
const aliasLimit = 100_000;

interface Anchor {
  readonly value: PlacedValue;
  readonly size: number;
}

type Opening = Exclude<Event, { type: typeof EVENT_ID.POP | typeof EVENT_ID.DOCUMENT }>;

/** Builds the value of a document from the events of the parser. Every fault is told; what is sound is read all the same. */
export class TreeReader {
  readonly faults: TreeFault[] = [];
  private index = 0;
  /** Behind what was read last: where something is that has no text of its own. */
  private cursor = 0;
  /** Without a value while what an anchor names is still being read. */
  private anchors = new Map<string, Anchor | undefined>();
  private size = 0;
  private borrowed = 0;
  private readonly text: string;
  private readonly events: readonly Event[];
  private readonly spotAt: (offset: number) => Spot;

  constructor(text: string, events: readonly Event[], spotAt: (offset: number) => Spot) {
    this.text = text;
    this.events = events;
    this.spotAt = spotAt;
  }

  /** The next document; undefined if there is none. */
  readDocument(): PlacedValue | undefined {
    if (this.events[this.index]?.type !== EVENT_ID.DOCUMENT) return undefined;
    this.index += 1;
    this.anchors = new Map();
    const value = this.readValue();
    this.index += 1;
    return value;
  }

  /** @param keyAt the place of the key that the value belongs to: an empty value has none. */
  private readValue(keyAt?: Spot): PlacedValue {
    const event = this.events[this.index] as Opening;
    this.index += 1;
    if (event.type === EVENT_ID.ALIAS) return this.aliased(event.anchorStart, event.anchorEnd);

    const before = this.size;
    const anchor = event.anchorStart < 0 ? undefined : this.text.slice(event.anchorStart, event.anchorEnd);
    if (anchor !== undefined) this.anchors.set(anchor, undefined);
    const value = this.contentOf(event, keyAt);
    this.size += 1;
    if (anchor !== undefined) this.anchors.set(anchor, { value, size: this.size - before });
    return value;
  }

  private contentOf(event: Exclude<Opening, { type: typeof EVENT_ID.ALIAS }>, keyAt?: Spot): PlacedValue {
    const tag = event.tagStart < 0 ? "" : this.text.slice(event.tagStart, event.tagEnd);
    const at = this.placeOf(event, keyAt);
    if (event.type === EVENT_ID.SCALAR) {
      const value = scalarValue(this.text, event, tag);
      return value === undefined ? this.unknownTag(at, tag) : { kind: "scalar", at, value };
    }
    const content = event.type === EVENT_ID.SEQUENCE ? this.itemsAt(at) : this.entriesAt(at);
    this.index += 1;
    const known = event.type === EVENT_ID.SEQUENCE ? "!!seq" : "!!map";
    return tag === "" || tag === "!" || tag === known ? content : this.unknownTag(at, tag);
  }

  private itemsAt(at: Spot): PlacedValue {
    const items: PlacedValue[] = [];
    while (this.events[this.index]?.type !== EVENT_ID.POP) items.push(this.readValue());
    return { kind: "sequence", at, items };
  }

  private entriesAt(at: Spot): PlacedValue {
    const entries = new Map<string, PlacedEntry>();
    while (this.events[this.index]?.type !== EVENT_ID.POP) {
      const key = this.readKey();
      const value = this.readValue(key.at);
      if (key.text === undefined) continue;
      const first = entries.get(key.text);
      if (first) {
        this.fault(
          key.at,
          `"${key.text}" is there twice: first in line ${String(first.keyAt.line)}.`,
          "Keep one of them.",
        );
      } else entries.set(key.text, { key: key.text, keyAt: key.at, value });
    }
    return { kind: "mapping", at, entries: [...entries.values()] };
  }

  /** The text of a key; undefined for one that is refused. */
  private readKey(): { at: Spot; text: string | undefined } {
    const event = this.events[this.index];
    const value = this.readValue();
    const { at } = value;
    if (value.kind === "unread") return { at, text: undefined };
    if (event?.type !== EVENT_ID.SCALAR) {
      if (value.kind === "scalar") return { at, text: String(value.value) };
      this.fault(at, "A key has to be a word.", "Put a text that starts with a bracket in quotes.");
      return { at, text: undefined };
    }
    const text = getScalarValue(this.text, event);
    if (text !== "<<" || event.style !== SCALAR_STYLE.PLAIN) return { at, text };
    this.fault(at, "Merge keys (`<<`) are not read.", "Write the fields out, or give them as options.");
    return { at, text: undefined };
  }

  private aliased(start: number, end: number): PlacedValue {
    const at = this.spotAt(start - 1);
    const name = this.text.slice(start, end);
    this.cursor = end;
    const anchor = this.anchors.get(name);
    if (!anchor) {
      const message = this.anchors.has(name)
        ? `"*${name}" stands inside of what it is an alias of.`
        : `"*${name}" is an alias, and there is no &${name} before it.`;
      return this.fault(at, message, `Put it in quotes if it is a text: "*${name}".`);
    }
    this.size += anchor.size;
    this.borrowed += anchor.size;
    if (this.borrowed <= aliasLimit) return { ...anchor.value, at };
    const isFirst = this.borrowed - anchor.size <= aliasLimit;
    if (!isFirst) return { kind: "unread", at };
    return this.fault(at, "The aliases of this file stand for too much.", "Write the routes out.");
  }

  private placeOf(event: Exclude<Opening, { type: typeof EVENT_ID.ALIAS }>, keyAt: Spot | undefined): Spot {
    if (event.type !== EVENT_ID.SCALAR) {
      this.cursor = event.start;
      return this.spotAt(event.start);
    }
    if (event.valueStart >= 0) {
      const isQuoted =
        event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
      this.cursor = isQuoted ? event.valueEnd + 1 : event.valueEnd;
      return this.spotAt(isQuoted ? event.valueStart - 1 : event.valueStart);
    }
    if (keyAt) return keyAt;
    const start = this.pastBlanks();
    this.cursor = start + 1;
    return this.spotAt(start);
  }

  /** Where something stands again behind the cursor: mostly the `-` of an empty item. */
  private pastBlanks(): number {
    const blank = /[\s,\]}]+|#.*/y;
    blank.lastIndex = this.cursor;
    let end = this.cursor;
    while (blank.test(this.text)) end = blank.lastIndex;
    return end;
  }

  private unknownTag(at: Spot, tag: string): PlacedValue {
    return this.fault(at, `The tag ${tag} is not known.`, "Leave it out, or put a text in quotes.");
  }

  private fault(at: Spot, message: string, hint: string): PlacedValue {
    this.faults.push({ at, message, hint });
    return { kind: "unread", at };
  }
}
