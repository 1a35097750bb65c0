import { scaleBand, scaleLinear } from '@visx/scale'
import { BarGroupHorizontal } from '@visx/shape'
import { cx } from '../../ui/cx.ts'
import { useRootFontSize } from '../../ui/root-font-size.ts'
import css from './Charts.module.css'
import type { ChartProps } from './chart.ts'
import { useWidth } from './use-width.ts'

/** Beside each other without an order in time: a line for each, this period's bar above that of the one before. */
export function PairedBars({ label, lines }: ChartProps) {
  const rem = useRootFontSize()
  const [measured, width] = useWidth()
  const each = 3.25 * rem
  const [height, right] = [lines.length * each, 3.5 * rem]
  const most = Math.max(1, ...lines.flatMap(({ current, earlier }) => [current, earlier]))
  const x = scaleLinear<number>({ domain: [0, most], range: [0, Math.max(1, width - right)] })
  const y = scaleBand<string>({ domain: lines.map(({ key }) => key), range: [0, height] })
  const inner = scaleBand<string>({ domain: ['current', 'earlier'], range: [1.375 * rem, 3 * rem], padding: 0.12 })
  return (
    <div ref={measured} className={cx(css.chart)}>
      <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} className={cx(css.svg)}>
        {lines.map(({ key, name }) => (
          <text key={key} x={0} y={(y(key) ?? 0) + rem} className={cx(css.above)}>
            {name}
          </text>
        ))}
        <BarGroupHorizontal
          data={lines.map(({ key, current, earlier }) => ({ key, current, earlier }))}
          keys={['current', 'earlier']}
          width={width - right}
          y0={({ key }) => key}
          y0Scale={y}
          y1Scale={inner}
          xScale={x}
          color={(key) => key}
        >
          {(groups) =>
            groups.flatMap(({ index, y0, bars }) =>
              bars.map(({ key, y: at, width: wide, height: high, value }) => (
                <g key={`${index}-${key}`}>
                  <rect
                    x={0}
                    y={y0 + at}
                    width={Math.max(wide, value > 0 ? 2 : 0)}
                    height={high}
                    className={cx(key === 'current' ? css.current : css.earlier)}
                  />
                  <text x={wide + 0.375 * rem} y={y0 + at + high / 2} className={cx(css.value)}>
                    {value}
                  </text>
                </g>
              )),
            )
          }
        </BarGroupHorizontal>
      </svg>
    </div>
  )
}
