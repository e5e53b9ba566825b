import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [svelte({ compilerOptions: { customElement: true } })],
  build: { outDir: 'dist-widget', lib: { entry: 'widget/OrderStatus.svelte', formats: ['es'], fileName: 'order-status' } },
})
