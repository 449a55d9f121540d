/** What is due when: a binary heap. An entry that has been cleared or set anew is found out by who takes it. */
export class TimerQueue {
  #heap = [];

  add(id, at) {
    const heap = this.#heap;
    let index = heap.push({ id, at }) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (heap[parent].at <= heap[index].at) return;
      [heap[parent], heap[index]] = [heap[index], heap[parent]];
      index = parent;
    }
  }

  /** Takes the first entry that is due by then. */
  next(until) {
    const heap = this.#heap;
    if (heap.length === 0 || heap[0].at > until) return undefined;
    const first = heap[0];
    const last = heap.pop();
    if (heap.length > 0) this.#sink(last);
    return first;
  }

  #sink(entry) {
    const heap = this.#heap;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && heap[child + 1].at < heap[child].at) child++;
      if (heap[child].at >= entry.at) break;
      heap[index] = heap[child];
      index = child;
    }
    heap[index] = entry;
  }
}
