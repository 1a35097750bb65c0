import { scaleBand, scaleLinear } from '@visx/scale'
import { BarGroup } from '@visx/shape'
import { cx } from '../../ui/cx.ts'
import { useRootFontSize } from '../../ui/root-font-size.ts'
import css from './Charts.module.css'
import type { ChartProps } from './chart.ts'
import { useWidth } from './use-width.ts'

/** One after the other in time: this period's columns beside those of the one before. */
export function PairedColumns({ label, lines }: ChartProps) {
  const rem = useRootFontSize()
  const [measured, width] = useWidth()
  const [height, left, bottom, top] = [11 * rem, 2.5 * rem, 1.5 * rem, 0.5 * rem]
  const most = Math.max(1, ...lines.flatMap(({ current, earlier }) => [current, earlier]))
  const y = scaleLinear<number>({ domain: [0, most], range: [height - bottom, top], nice: 3 })
  const x = scaleBand<string>({ domain: lines.map(({ key }) => key), range: [left, Math.max(left + 1, width)], padding: 0.2 })
  const inner = scaleBand<string>({ domain: ['earlier', 'current'], range: [0, x.bandwidth()], padding: 0.1 })
  // As many names as stand beside each other.
  const everyOne = Math.max(1, Math.ceil((lines.length * 3.25 * rem) / Math.max(1, width - left)))
  return (
    <div ref={measured} className={cx(css.chart)}>
      <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} className={cx(css.svg)}>
        {y
          .ticks(3)
          .filter(Number.isInteger)
          .map((tick) => (
            <g key={tick}>
              <line x1={left} x2={width} y1={y(tick)} y2={y(tick)} className={cx(css.grid)} />
              <text x={left - 0.5 * rem} y={y(tick)} className={cx(css.figure)}>
                {tick}
              </text>
            </g>
          ))}
        <BarGroup
          data={lines.map(({ key, current, earlier }) => ({ key, current, earlier }))}
          keys={['earlier', 'current']}
          height={height - bottom}
          x0={({ key }) => key}
          x0Scale={x}
          x1Scale={inner}
          yScale={y}
          color={(key) => key}
        >
          {(groups) =>
            groups.flatMap(({ index, x0, bars }) =>
              bars.map(({ key, x: at, y: end, width: wide, height: high }) => (
                <rect
                  key={`${index}-${key}`}
                  x={x0 + at}
                  y={end}
                  width={wide}
                  height={high}
                  className={cx(key === 'current' ? css.current : css.earlier)}
                />
              )),
            )
          }
        </BarGroup>
        {lines.map(
          ({ key, name }, at) =>
            at % everyOne === 0 && (
              <text key={key} x={(x(key) ?? 0) + x.bandwidth() / 2} y={height - 0.375 * rem} className={cx(css.name)}>
                {name}
              </text>
            ),
        )}
      </svg>
    </div>
  )
}
