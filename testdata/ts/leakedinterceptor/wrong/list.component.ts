import { Component } from '@angular/core'
import axios from 'axios'

@Component({ selector: 'app-list', template: '' })
export class ListComponent {
  constructor() {
    axios.interceptors.request.use((config) => config) // want "each mount of `ListComponent` registers"
  }

  ngOnInit() {
    axios.interceptors.response.use((r) => r) // want "registers this response interceptor"
  }
}
