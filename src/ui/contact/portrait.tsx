import { useQuery } from '@tanstack/react-query'
import type { ComponentProps } from 'react'
import { photoQuery } from '../../data/photos.ts'
import type { Href, Linked } from '../../ucwa/hal.ts'
import { Face } from '../parts/face.tsx'
import { useServices } from '../services.ts'

type FaceProps = Omit<ComponentProps<typeof Face>, 'source'>
/** Whoever is shown: the photo is where their links say. */
type PortraitProps = FaceProps & { of: Linked; rel: 'contactPhoto' | 'photo' }

/** A face with its photo, once there is one. Without a link there is none to ask for. */
export function Portrait({ of, rel, ...face }: PortraitProps) {
  const href = of.links.get(rel)?.[0]?.href ?? null
  return href === null ? <Face {...face} source={null} /> : <Photographed {...face} href={href} />
}

function Photographed({ href, ...face }: FaceProps & { href: Href }) {
  const photo = useQuery(photoQuery(useServices().photos, face.colourBy, href))
  return <Face {...face} source={photo.data ?? null} />
}
