import { activeShortcuts, handleKey, register } from './registry'

function press(key: string, target: EventTarget = document.body, more: KeyboardEventInit = {}) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
  document.addEventListener('keydown', handleKey, { once: true })
  target.dispatchEvent(event)
  return event
}

describe('keyboard', () => {
  const stops: (() => void)[] = []
  const on = (keys: string, whileTyping = false) => {
    const run = vi.fn()
    stops.push(register({ keys, label: keys, run, whileTyping }))
    return run
  }
  afterEach(() => {
    for (const stop of stops.splice(0)) stop()
    document.body.innerHTML = ''
  })

  it('runs what was registered last', () => {
    const page = on('j')
    const pane = on('j')
    press('j')
    expect(page).not.toHaveBeenCalled()
    expect(pane).toHaveBeenCalledOnce()
    expect(activeShortcuts()).toHaveLength(1)
  })

  it('takes two keys as a way to a place', () => {
    const tickets = on('g t')
    const t = on('t')
    press('g')
    press('t')
    expect(tickets).toHaveBeenCalledOnce()
    expect(t).not.toHaveBeenCalled()
  })

  it('stays quiet while somebody types, but for Esc', () => {
    document.body.innerHTML = '<input>'
    const input = document.querySelector('input') as HTMLInputElement
    const j = on('j')
    const leave = on('Escape', true)
    press('j', input)
    press('Escape', input)
    expect(j).not.toHaveBeenCalled()
    expect(leave).toHaveBeenCalledOnce()
  })

  it('leaves the browser’s own keys and an open dialog alone', () => {
    document.body.innerHTML = '<div class="ant-modal"><p></p></div>'
    const j = on('j')
    press('j', document.body, { ctrlKey: true })
    press('j', document.querySelector('p') as HTMLElement)
    expect(j).not.toHaveBeenCalled()
  })

  it('lets Enter press the button that has the focus', () => {
    document.body.innerHTML = '<button>x</button>'
    const enter = on('Enter')
    press('Enter', document.querySelector('button') as HTMLElement)
    expect(enter).not.toHaveBeenCalled()
  })
})

describe('keys held with Alt', () => {
  it('work while somebody types, also where Alt makes another letter', () => {
    document.body.innerHTML = '<textarea></textarea>'
    const area = document.querySelector('textarea') as HTMLTextAreaElement
    const ticket = vi.fn()
    const plain = vi.fn()
    const stops = [
      register({ keys: 'Alt+t', label: '', run: ticket }),
      register({ keys: 't', label: '', run: plain }),
    ]
    press('t', area, { altKey: true, code: 'KeyT' })
    press('†', area, { altKey: true, code: 'KeyT' })
    expect(ticket).toHaveBeenCalledTimes(2)
    expect(plain).not.toHaveBeenCalled()
    for (const stop of stops) stop()
    document.body.innerHTML = ''
  })
})
