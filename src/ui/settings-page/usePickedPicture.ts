'use client';

import { useEffect, useState } from 'react';

/** A chosen file, and the URL of its preview. */
export interface PickedPicture {
  readonly file: File;
  readonly preview: string;
}

export function usePickedPicture(): readonly [
  picked: PickedPicture | undefined,
  pick: (file: File | undefined) => void,
] {
  const [picked, setPicked] = useState<PickedPicture>();
  useEffect(() => {
    if (!picked) return undefined;
    return () => URL.revokeObjectURL(picked.preview);
  }, [picked]);
  return [picked, (file) => setPicked(file && { file, preview: URL.createObjectURL(file) })];
}
