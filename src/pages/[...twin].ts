import { type TwinProps, twinPaths, twinText } from '../page-data/machine/twins.ts'

/** The Markdown of every page, beside it. */
export const getStaticPaths = () => twinPaths()

export async function GET({ props }: { props: TwinProps }) {
  return new Response(await twinText(props))
}
