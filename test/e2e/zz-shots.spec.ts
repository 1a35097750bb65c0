import { walk } from '#test/support/walk.ts'
import { expect, test } from '#test/support/electron-app.ts'
import { call } from '#test/support/clerk.ts'
test('shots', async ({ app, page, userData }) => {
  test.setTimeout(200_000)
  const wanted = [
    [800, 560, 200, 'light'],
    [1366, 620, 200, 'dark'],
  ] as const
  await walk({ app, page, folder: userData }, async ({ name, isDialog }) => {
    if (isDialog && !/review/.test(name)) return
    for (const [width, height, textSize, theme] of wanted) {
      await page.setViewportSize({ width, height })
      await call(page, 'preferences.set', { textSize, theme })
      await page.waitForTimeout(150)
      await page.screenshot({ path: `/tmp/shots/${name.replaceAll(/\W+/g, '-')}-${width}.png` })
    }
    await page.setViewportSize({ width: 1280, height: 800 })
    await call(page, 'preferences.set', { textSize: 100, theme: 'light' })
    expect(true).toBe(true)
  })
})
