import 'element-plus/dist/index.css'
import './style.css'
import { createApp } from 'vue'
import App from './App.vue'
import { router } from './shell/router'

createApp(App).use(router).mount('#app')
// 字体: two hundred kilobytes of faces hold nothing up; the page is painted in the machine's own font and changes over.
requestAnimationFrame(() => void import('./fonts'))
