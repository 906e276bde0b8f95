/** As many lines are drawn all at once, so that the browser finds words in them; of more those that are in sight. */
export const mostDrawn = 200;
