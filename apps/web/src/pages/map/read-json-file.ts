const most = 5_000_000;

/** Reads a chosen file as JSON, or tells why that cannot be. What it holds is for the server to judge. */
export async function readJsonFile(file: File): Promise<{ json: unknown } | { wrong: 'notJson' | 'tooLarge' }> {
  if (file.size > most) return { wrong: 'tooLarge' };
  try {
    return { json: JSON.parse(await file.text()) as unknown };
  } catch {
    return { wrong: 'notJson' };
  }
}
