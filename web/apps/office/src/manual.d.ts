declare module '*.md?manual' {
  const html: string
  export default html
}
