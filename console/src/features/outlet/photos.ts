/** Big enough to read a label, small enough for a weak network. */
const LONGEST = 1600
const QUALITY = 0.82

/** A photo of the camera as a JPEG of at most 1600 pixels, turned upright. Throws when it is not a picture. */
export async function compressPhoto(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  try {
    const { width, height } = fitInto(picture.width, picture.height, LONGEST)
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    const context = canvas.getContext('2d')
    if (context === null) {
      throw new Error('no canvas')
    }
    context.drawImage(picture, 0, 0, width, height)
    return await toJpeg(canvas)
  } finally {
    picture.close()
  }
}

export function fitInto(width: number, height: number, longest: number): { width: number; height: number } {
  const scale = Math.min(1, longest / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

function toJpeg(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('no jpeg')) : resolve(blob)),
      'image/jpeg',
      QUALITY,
    )
  })
}
