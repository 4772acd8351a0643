// The paper itself: light lines every 1 mm, heavy ones every 5 mm, one device pixel wide at its true place.

/** @param scale device pixels per mm */
export function drawGrid(context, width, height, scale, colours) {
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, width, height);
  lines(context, width, height, scale, 1, colours.light, 1);
  lines(context, width, height, scale, 5, colours.heavy, Math.max(1, Math.round(scale / 4)));
}

function lines(context, width, height, scale, everyMm, colour, thick) {
  context.fillStyle = colour;
  for (let mm = 0; mm * scale < width; mm += everyMm) {
    context.fillRect(Math.round(mm * scale) - (thick >> 1), 0, thick, height);
  }
  for (let mm = 0; mm * scale < height; mm += everyMm) {
    context.fillRect(0, Math.round(mm * scale) - (thick >> 1), width, thick);
  }
}

/** The same grid again and again without drawing it: kept on a canvas of its own until size, scale or colours change. */
export class GridCache {
  #canvas = document.createElement('canvas');
  #key = '';

  of(width, height, scale, colours) {
    const key = [width, height, scale, colours.paper, colours.light, colours.heavy].join();
    if (key !== this.#key) {
      this.#canvas.width = width;
      this.#canvas.height = height;
      drawGrid(this.#canvas.getContext('2d', { alpha: false }), width, height, scale, colours);
      this.#key = key;
    }
    return this.#canvas;
  }
}
