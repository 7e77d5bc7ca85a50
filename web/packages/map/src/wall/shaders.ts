/** 点的着色: lights are reckoned from the moments at which they turn, and moving things glide, without a line of script a frame. */
export const VERTEX = `
attribute vec4 a_place;   // from x y, to x y: meters from the cloud's origin
attribute vec2 a_glide;   // wall seconds at which the gliding begins and ends
attribute vec2 a_turns;   // business seconds: yellow, red
attribute vec2 a_mark;    // shape or state, stage
uniform vec2 u_center;
uniform vec2 u_scale;
uniform vec2 u_time;      // wall, business
uniform float u_size;
uniform vec2 u_only;      // lamp and stage wanted; below 0 all
uniform mediump float u_kind; // 0 cases, 1 moving things
varying float v_lamp;
varying float v_size;
varying float v_pulse;
void main() {
  float gone = clamp((u_time.x - a_glide.x) / max(a_glide.y - a_glide.x, 0.001), 0.0, 1.0);
  vec2 at = mix(a_place.xy, a_place.zw, gone);
  gl_Position = vec4((at - u_center) * u_scale, 0.0, 1.0);
  float lamp = a_mark.x;
  if (u_kind < 0.5 && lamp < 0.5) {
    lamp = a_turns.y > 1.0e8 ? 4.0 : u_time.y > a_turns.y ? 2.0 : u_time.y >= a_turns.x ? 1.0 : 0.0;
  }
  float fresh = u_kind < 0.5 ? clamp(1.0 - (u_time.x - a_glide.x) / 3.0, 0.0, 1.0) : 0.0;
  v_pulse = fresh;
  v_lamp = lamp;
  v_size = u_size * (lamp == 2.0 && u_kind < 0.5 ? 1.25 : 1.0) * (1.0 + fresh * 1.6);
  gl_PointSize = v_size;
  if ((u_only.x >= 0.0 && abs(lamp - u_only.x) > 0.5) || (u_only.y >= 0.0 && abs(a_mark.y - u_only.y) > 0.5)) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  }
}`

/** Every light has a shape of its own beside its color: round, triangle, diamond, bar, ring. */
export const FRAGMENT = `
precision mediump float;
uniform vec3 u_colors[5];
uniform mediump float u_kind;
varying float v_lamp;
varying float v_size;
varying float v_pulse;
void main() {
  vec2 p = gl_PointCoord * 2.0 - 1.0;
  vec3 color = v_lamp < 0.5 ? u_colors[0] : v_lamp < 1.5 ? u_colors[1] : v_lamp < 2.5 ? u_colors[2] : v_lamp < 3.5 ? u_colors[3] : u_colors[4];
  float soft = 2.2 / v_size;
  float d;
  if (u_kind > 0.5) {
    float r = length(p);
    float core = 1.0 - smoothstep(0.42 - soft, 0.42, r);
    float ring = smoothstep(0.66 - soft, 0.66, r) * (1.0 - smoothstep(0.86, 0.86 + soft, r));
    float a = max(core, ring * 0.7);
    if (a < 0.02) discard;
    gl_FragColor = vec4(color * a, a);
    return;
  }
  if (v_lamp < 0.5) d = length(p) - 0.72;
  else if (v_lamp < 1.5) d = max(abs(p.x) * 0.87 - p.y * 0.5, p.y) - 0.5;
  else if (v_lamp < 2.5) d = (abs(p.x) + abs(p.y)) - 0.95;
  else if (v_lamp < 3.5) d = max(abs(p.x), abs(p.y)) - 0.62;
  else d = abs(length(p) - 0.55) - 0.16;
  float a = (1.0 - smoothstep(-soft, soft * 0.6, d)) * 0.92;
  if (v_lamp > 2.5 && v_lamp < 3.5 && abs(p.x) < 0.16) a *= 0.25;
  if (v_pulse > 0.0) a = max(a * (1.0 - v_pulse * 0.3), (1.0 - smoothstep(0.0, 0.14, abs(length(p) - (1.0 - v_pulse * 0.6)))) * v_pulse);
  if (a < 0.02) discard;
  gl_FragColor = vec4(color * a, a);
}`

/** 热力: soft light that adds up where cases lie close. */
export const HEAT = `
precision mediump float;
varying float v_lamp;
void main() {
  float r = length(gl_PointCoord * 2.0 - 1.0);
  float a = pow(max(0.0, 1.0 - r), 2.2) * 0.16;
  gl_FragColor = vec4(vec3(0.98, 0.62, 0.24) * a, a);
}`
