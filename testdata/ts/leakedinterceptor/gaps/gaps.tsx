import { Component } from 'react'
import axios from 'axios'

// gap: the number is kept in a field that nothing reads
export class Kept extends Component {
  id = 0
  componentDidMount() {
    this.id = axios.interceptors.response.use((r) => r)
  }
  render() {
    return <p />
  }
}

// gap: what an event calls
export function Form() {
  const send = () => {
    axios.interceptors.response.use((r) => r)
  }
  return <form onSubmit={send} />
}
