/** Whether browsers show a file of this media type as a picture. */
export function isPhoto(type: string): boolean {
  return ['image/jpeg', 'image/png', 'image/webp'].includes(type);
}
