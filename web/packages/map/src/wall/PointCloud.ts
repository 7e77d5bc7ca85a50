import type { FrameState } from 'ol/Map'
import { fromLonLat } from 'ol/proj'
import { FRAGMENT, HEAT, VERTEX } from './shaders'

export type CloudKind = 'cases' | 'moving'
export interface CloudPoint {
  id: string
  longitude: number
  latitude: number
  /** Milliseconds of business time; null where no clock runs. */
  yellow?: number | null
  due?: number | null
  held?: boolean
  /** State of a moving thing: 0 moving, 1 still, 2 astray, 3 silent, 4 a vehicle on its way. */
  state?: number
  stage?: number
}

const STRIDE = 10
const NEVER = 2e8
/** 单位: how long a moving thing glides from one place to the next, in seconds: as long as the server takes to tell again. */
const GLIDE = 2.2

interface Program { program: WebGLProgram, at: Record<string, number>, u: Record<string, WebGLUniformLocation | null> }

/**
 * 点云: tens of thousands of cases or thousands of moving things as one buffer on the graphics card. A change writes the bytes of
 * one point; lights turn and things glide in the shader, so nothing is rebuilt while people look (ADR 0071).
 */
export class PointCloud {
  readonly canvas = document.createElement('canvas')
  private readonly gl: WebGLRenderingContext
  private readonly points: Program
  private readonly heat: Program
  private readonly buffer: WebGLBuffer
  private data: Float32Array
  private readonly place = new Map<string, number>()
  private readonly ids: string[] = []
  private dirty: [number, number] | null = null
  private grown = true
  private readonly origin: number[]
  private readonly epoch = Date.now()
  private readonly began = performance.now()
  /** Business time at a wall time of performance.now(), and how fast it runs. */
  clock = { business: Date.now(), at: performance.now(), rate: 1 }
  only = { lamp: -1, stage: -1 }
  heated = false
  scale = 1

  constructor(private readonly kind: CloudKind, private readonly colors: string[], capacity = 4096, origin = [112.44, 34.67]) {
    this.origin = fromLonLat(origin)
    this.data = new Float32Array(capacity * STRIDE)
    const gl = this.canvas.getContext('webgl', { premultipliedAlpha: true, antialias: false, depth: false, stencil: false })
    if (!gl) throw new Error('WebGL')
    this.gl = gl
    Object.assign(this.canvas.style, { position: 'absolute', inset: '0', width: '100%', height: '100%', pointerEvents: 'none' })
    this.points = this.compile(FRAGMENT)
    this.heat = this.compile(HEAT)
    this.buffer = gl.createBuffer()
  }

  get size(): number {
    return this.ids.length
  }

  has(id: string): boolean {
    return this.place.has(id)
  }

  /** Puts a point or moves it; `fresh` lets it pulse once. */
  set(point: CloudPoint, fresh = false): void {
    const to = fromLonLat([point.longitude, point.latitude])
    const x = to[0]! - this.origin[0]!, y = to[1]! - this.origin[1]!
    const wall = this.wallNow()
    let index = this.place.get(point.id)
    const known = index !== undefined
    if (index === undefined) {
      index = this.ids.length
      this.ids.push(point.id)
      this.place.set(point.id, index)
      if (this.ids.length * STRIDE > this.data.length) this.grow()
    }
    const d = this.data, at = index * STRIDE
    if (known && this.kind === 'moving') {
      // From where it is drawn now, so that a late fix bends the way and never jumps.
      const gone = Math.min(1, Math.max(0, (wall - d[at + 4]!) / Math.max(0.001, d[at + 5]! - d[at + 4]!)))
      d[at] = d[at]! + (d[at + 2]! - d[at]!) * gone
      d[at + 1] = d[at + 1]! + (d[at + 3]! - d[at + 1]!) * gone
    } else {
      d[at] = x
      d[at + 1] = y
    }
    d[at + 2] = x
    d[at + 3] = y
    d[at + 4] = this.kind === 'moving' || fresh ? wall : -1000
    d[at + 5] = wall + GLIDE
    d[at + 6] = point.yellow == null ? NEVER : (point.yellow - this.epoch) / 1000
    d[at + 7] = point.due == null ? NEVER : (point.due - this.epoch) / 1000
    d[at + 8] = this.kind === 'moving' ? point.state ?? 0 : point.held ? 3 : 0
    d[at + 9] = point.stage ?? -1
    this.touch(index)
  }

  remove(id: string): void {
    const index = this.place.get(id)
    if (index === undefined) return
    const last = this.ids.length - 1
    const moved = this.ids[last]!
    this.data.copyWithin(index * STRIDE, last * STRIDE, (last + 1) * STRIDE)
    this.ids[index] = moved
    this.place.set(moved, index)
    this.ids.pop()
    this.place.delete(id)
    if (index < last) this.touch(index)
  }

  clear(): void {
    this.ids.length = 0
    this.place.clear()
    this.dirty = null
  }

  /** Where a point is drawn now, in the map's own coordinates. */
  coordinate(id: string): number[] | null {
    const index = this.place.get(id)
    if (index === undefined) return null
    const at = index * STRIDE, d = this.data
    const gone = Math.min(1, Math.max(0, (this.wallNow() - d[at + 4]!) / Math.max(0.001, d[at + 5]! - d[at + 4]!)))
    return [this.origin[0]! + d[at]! + (d[at + 2]! - d[at]!) * gone, this.origin[1]! + d[at + 1]! + (d[at + 3]! - d[at + 1]!) * gone]
  }

  /** The point nearest to a coordinate within so many meters of the map. */
  nearest(coordinate: number[], within: number): string | null {
    const x = coordinate[0]! - this.origin[0]!, y = coordinate[1]! - this.origin[1]!
    const d = this.data
    let best = -1, least = within * within
    for (let i = 0, at = 0; i < this.ids.length; i++, at += STRIDE) {
      const dx = d[at + 2]! - x, dy = d[at + 3]! - y, far = dx * dx + dy * dy
      if (far < least && this.wanted(at)) {
        least = far
        best = i
      }
    }
    return best < 0 ? null : this.ids[best]!
  }

  /** Whether anything glides or pulses, so that another frame is wanted. */
  lively(): boolean {
    return this.kind === 'moving' && this.ids.length > 0
  }

  render(frame: FrameState): HTMLElement {
    const { gl } = this
    const ratio = this.heated ? frame.pixelRatio * 0.5 : frame.pixelRatio
    const width = Math.round(frame.size[0]! * ratio), height = Math.round(frame.size[1]! * ratio)
    if (this.canvas.width !== width || this.canvas.height !== height) Object.assign(this.canvas, { width, height })
    this.upload()
    gl.viewport(0, 0, width, height)
    gl.clearColor(0, 0, 0, 0)
    gl.clear(gl.COLOR_BUFFER_BIT)
    if (this.ids.length === 0) return this.canvas
    const { center, resolution } = frame.viewState
    const drawn = this.heated ? this.heat : this.points
    gl.useProgram(drawn.program)
    gl.enable(gl.BLEND)
    gl.blendFunc(gl.ONE, this.heated ? gl.ONE : gl.ONE_MINUS_SRC_ALPHA)
    gl.bindBuffer(gl.ARRAY_BUFFER, this.buffer)
    this.bind(drawn)
    gl.uniform2f(drawn.u.u_center!, center[0]! - this.origin[0]!, center[1]! - this.origin[1]!)
    gl.uniform2f(drawn.u.u_scale!, 2 / (resolution * frame.size[0]!), 2 / (resolution * frame.size[1]!))
    gl.uniform2f(drawn.u.u_time!, this.wallNow(), this.businessNow())
    gl.uniform1f(drawn.u.u_size!, this.pointSize(resolution) * ratio)
    gl.uniform2f(drawn.u.u_only!, this.only.lamp, this.only.stage)
    gl.uniform1f(drawn.u.u_kind!, this.kind === 'moving' ? 1 : 0)
    if (drawn.u['u_colors[0]']) gl.uniform3fv(drawn.u['u_colors[0]'], this.colors.flatMap(rgb))
    gl.drawArrays(gl.POINTS, 0, this.ids.length)
    return this.canvas
  }

  private pointSize(resolution: number): number {
    const near = Math.min(1, Math.max(0, (Math.log2(40 / resolution)) / 6))
    if (this.heated) return (14 + near * 40) * this.scale
    return (this.kind === 'moving' ? 8 + near * 10 : 5 + near * 13) * this.scale
  }

  private wanted(at: number): boolean {
    if (this.only.stage >= 0 && this.data[at + 9] !== this.only.stage) return false
    if (this.only.lamp < 0 || this.kind === 'moving') return true
    const now = this.businessNow(), d = this.data
    const lamp = d[at + 8] === 3 ? 3 : d[at + 7]! > 1e8 ? 4 : now > d[at + 7]! ? 2 : now >= d[at + 6]! ? 1 : 0
    return lamp === this.only.lamp
  }

  private wallNow(): number {
    return (performance.now() - this.began) / 1000
  }

  private businessNow(): number {
    return (this.clock.business + (performance.now() - this.clock.at) * this.clock.rate - this.epoch) / 1000
  }

  private touch(index: number): void {
    this.dirty = this.dirty ? [Math.min(this.dirty[0], index), Math.max(this.dirty[1], index)] : [index, index]
  }

  private grow(): void {
    const larger = new Float32Array(this.data.length * 2)
    larger.set(this.data)
    this.data = larger
    this.grown = true
  }

  private upload(): void {
    const { gl } = this
    gl.bindBuffer(gl.ARRAY_BUFFER, this.buffer)
    if (this.grown) {
      gl.bufferData(gl.ARRAY_BUFFER, this.data, gl.DYNAMIC_DRAW)
      this.grown = false
    } else if (this.dirty) {
      const [from, to] = this.dirty
      gl.bufferSubData(gl.ARRAY_BUFFER, from * STRIDE * 4, this.data.subarray(from * STRIDE, (to + 1) * STRIDE))
    }
    this.dirty = null
  }

  private bind(drawn: Program): void {
    const { gl } = this
    const parts: [string, number, number][] = [['a_place', 4, 0], ['a_glide', 2, 4], ['a_turns', 2, 6], ['a_mark', 2, 8]]
    for (const [name, size, offset] of parts) {
      const at = drawn.at[name]!
      if (at < 0) continue
      gl.enableVertexAttribArray(at)
      gl.vertexAttribPointer(at, size, gl.FLOAT, false, STRIDE * 4, offset * 4)
    }
  }

  private compile(fragment: string): Program {
    const { gl } = this
    const program = gl.createProgram()
    for (const [type, text] of [[gl.VERTEX_SHADER, VERTEX], [gl.FRAGMENT_SHADER, fragment]] as const) {
      const shader = gl.createShader(type)!
      gl.shaderSource(shader, text)
      gl.compileShader(shader)
      if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS)) throw new Error(String(gl.getShaderInfoLog(shader)))
      gl.attachShader(program, shader)
    }
    gl.linkProgram(program)
    if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(String(gl.getProgramInfoLog(program)))
    const names = ['u_center', 'u_scale', 'u_time', 'u_size', 'u_only', 'u_kind', 'u_colors[0]']
    return { program,
      at: Object.fromEntries(['a_place', 'a_glide', 'a_turns', 'a_mark'].map(name => [name, gl.getAttribLocation(program, name)])),
      u: Object.fromEntries(names.map(name => [name, gl.getUniformLocation(program, name)])) }
  }
}

function rgb(hex: string): number[] {
  return [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16) / 255)
}
