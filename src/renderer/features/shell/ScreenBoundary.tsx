import { Component, type ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'

interface Props {
  readonly title: string
  readonly text: string
  readonly retry: string
  readonly children: ReactNode
}

/** Keeps a mistake in one screen from taking the others, and the way out of it, along. */
export class ScreenBoundary extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render() {
    const { title, text, retry, children } = this.props
    if (!this.state.hasFailed) return children
    return (
      <EmptyState title={title} actions={<Button onPress={() => this.setState({ hasFailed: false })}>{retry}</Button>}>
        {text}
      </EmptyState>
    )
  }
}
