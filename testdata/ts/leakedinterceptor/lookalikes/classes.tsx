import { Component } from 'react'
import { api } from './api'

// a component of the old kind with a clean-up
export class Errors extends Component {
  id = 0
  componentDidMount() {
    this.id = api.interceptors.response.use((r) => r)
  }
  componentWillUnmount() {
    api.interceptors.response.eject(this.id)
  }
  render() {
    return <p />
  }
}

// methods that are called like those of components, of an object that is none
export const http = {
  setup() {
    api.interceptors.request.use((config) => config)
  },
  created() {
    api.interceptors.response.use((r) => r)
  },
}
