/** Waits for `work` at most so many milliseconds; false if it is not done by then or failed. */
export async function endsWithin(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const ended = work.then(
    () => true,
    () => false, // a store that is away refuses to say good-bye; there is nothing left to do with it
  );
  const result = await Promise.race([ended, late]);
  clearTimeout(timer);
  return result;
}
