import { useQuery } from '@tanstack/react-query'
import type { ExampleSale } from '#shared/vendors/digiwallet/sale-note.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { SelectField } from '../../ui/SelectField.tsx'

interface ExampleSalesProps {
  readonly accountId: string
  readonly saleID: string
  readonly onChoose: (sale: ExampleSale) => void
}

/** In the practice environment only: sales that exist there, so that a newcomer's first note succeeds. */
export function ExampleSales({ accountId, saleID, onChoose }: ExampleSalesProps) {
  const say = useSay()
  const { data: sales = [] } = useQuery({
    queryKey: ['accounts', 'example-sales', accountId],
    queryFn: () => unwrap(client.notes.examples({ accountId })),
  })
  if (sales.length === 0) return null
  return (
    <SelectField
      label={say('notes.example')}
      description={say('notes.hint.example')}
      optional
      options={sales.map((sale) => ({ value: sale.saleID, label: sale.label, hint: sale.saleID }))}
      value={sales.some((sale) => sale.saleID === saleID) ? saleID : null}
      onChange={(chosen) => {
        const sale = sales.find((example) => example.saleID === chosen)
        if (sale) onChoose(sale)
      }}
      placeholder={say('notes.example.placeholder')}
    />
  )
}
