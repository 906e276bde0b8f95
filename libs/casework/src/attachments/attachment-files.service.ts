import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, FileStore, type Config } from '@lianban/platform';
import { checkedType, cleanName, isShown } from './attachment.rules.js';
import type { Upload } from './attachment.js';
import { PhotoCleaner } from './photo-cleaner.js';

/** What a file is, as the database keeps it beside its content. */
export interface KeptFile {
  readonly name: string;
  /** Media type by its content. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
}

/** The content of a file, to be sent. */
export interface AttachmentContent {
  readonly stream: Readable;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  /** Whether a browser may show it; all else is only saved. */
  readonly shown: boolean;
}

/** Files by their content. Whether somebody may bring or read one, who calls has decided. */
@Injectable()
export class AttachmentFiles {
  readonly #files: FileStore;
  readonly #photos = new PhotoCleaner();

  constructor(@Inject(CONFIG) config: Pick<Config, 'dataDir'>) {
    this.#files = new FileStore(join(config.dataDir, 'uploads'));
  }

  /**
   * Keeps a file; of a photo only what it shows. To be called before the row that names it is written: a row never stands without its content.
   *
   * @throws attachment-refused
   */
  async put({ name, content }: Upload): Promise<KeptFile> {
    const type = await checkedType({ name, content });
    const kept = await this.#photos.clean(content, type);
    const sha256 = await this.#files.put(kept);
    return { name: cleanName(name), type, size: kept.length, sha256 };
  }

  /** Removes a content for good, unless it came since; that nothing else needs it, who calls has decided. */
  async remove(sha256: string, since: Date): Promise<boolean> {
    return await this.#files.remove(sha256, since);
  }

  /** The content of a file; undefined where it is gone. */
  async open({ name, type, size, sha256 }: KeptFile): Promise<AttachmentContent | undefined> {
    const stream = await this.#files.get(sha256);
    return stream && { stream, name, type, size, shown: isShown(type) };
  }
}
