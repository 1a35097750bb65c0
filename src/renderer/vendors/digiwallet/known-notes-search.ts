import { client, unwrap } from '../../lib/client.ts'
import type { FurtherSearch } from '../vendor.ts'

/** In the palette: the notes this app ever sent, each once, by what stands there as far as it knows. */
export const knownNotesSearch: FurtherSearch = {
  title: 'notes.tab.known',
  queryKey: (search) => ['submissions', 'known-notes', 'palette', search],
  async find(search, limit) {
    const { items } = await unwrap(client.notes.known({ search, limit, cursor: null }))
    return items.map(({ newest, target, text }) => ({
      submissionId: newest.submissionId,
      subject: target.saleID,
      detail: text ?? `${target.outletID} · ${target.paymentMethodCode}`,
    }))
  },
}
