import { say } from '@jingwei/ui/language'
import { putPhoto } from '../kept/store'
import { sha256 } from '../kept/vault'
import type { Medium } from './item'
import { lastFix } from './position'

const LONGEST_SIDE = 1600
const QUALITY = 0.8

/** Smaller, upright, with time, place and collector on it; on the phone before anybody is told. */
export async function takePhoto(file: Blob, kind: Medium['kind'], view: Medium['view'], collector: string): Promise<Medium> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error(say('此手机无法处理照片', 'this phone cannot work on photos'))
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const now = new Date()
  const fix = lastFix.value
  watermark(pen, canvas, [now.toLocaleString('zh-CN', { hour12: false, timeZone: 'Asia/Shanghai' }), collector,
    fix ? `${fix.longitude.toFixed(5)}, ${fix.latitude.toFixed(5)} ±${Math.round(fix.accuracy)} 米` : '无定位'])
  const small = await new Promise<Blob>((done, failed) =>
    canvas.toBlob(blob => blob ? done(blob) : failed(new Error(say('此手机无法处理照片', 'this phone cannot work on photos'))), 'image/jpeg', QUALITY))
  return keep(small, kind, view, now, fix)
}

/** A voice note as it was recorded. */
export const keepVoice = (sound: Blob): Promise<Medium> => keep(sound, 'BEFORE', 'voice', new Date(), lastFix.value)

async function keep(blob: Blob, kind: Medium['kind'], view: Medium['view'], now: Date,
  fix: { longitude: number, latitude: number } | null): Promise<Medium> {
  const bytes = await blob.arrayBuffer()
  const hash = await sha256(bytes)
  await putPhoto(hash, bytes, blob.type)
  return { hash, kind, view, type: blob.type, size: bytes.byteLength, takenAt: now.toISOString(),
    longitude: fix?.longitude, latitude: fix?.latitude }
}

function watermark(pen: CanvasRenderingContext2D, canvas: HTMLCanvasElement, lines: string[]): void {
  const size = Math.max(14, Math.round(canvas.width / 42))
  pen.font = `${size}px system-ui, "Noto Sans CJK SC", sans-serif`
  pen.fillStyle = 'rgba(0, 0, 0, .55)'
  pen.fillRect(0, canvas.height - size * 1.45 * lines.length - size * 0.6, canvas.width, size * 1.45 * lines.length + size * 0.6)
  pen.fillStyle = '#fff'
  lines.forEach((line, n) => pen.fillText(line, size * 0.7, canvas.height - size * 1.45 * (lines.length - n - 1) - size * 0.6))
}
