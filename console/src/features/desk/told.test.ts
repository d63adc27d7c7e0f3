import { toldFirst } from './told'

describe('what a tab has told of', () => {
  beforeEach(() => sessionStorage.clear())

  it('is told once, also after a reload', async () => {
    expect(toldFirst('whisper-c-3')).toBe(true)
    expect(toldFirst('whisper-c-3')).toBe(false)
    vi.resetModules()
    const reloaded = await import('./told')
    expect(reloaded.toldFirst('whisper-c-3')).toBe(false)
    expect(reloaded.toldFirst('whisper-c-4')).toBe(true)
  })

  it('forgets the oldest, and starts anew from what it cannot read', () => {
    for (let seq = 0; seq <= 200; seq++) toldFirst(`whisper-c-${seq}`)
    expect(toldFirst('whisper-c-200')).toBe(false)
    expect(toldFirst('whisper-c-0')).toBe(true)
    sessionStorage.setItem('waypost.desk.told', '{')
    expect(toldFirst('whisper-c-200')).toBe(true)
  })
})
