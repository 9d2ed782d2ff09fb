import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { shortenSidebar } from './shorten-sidebar.ts';

export const onRequest = defineRouteMiddleware(({ locals, params }) => {
  const { starlightRoute } = locals;
  const isExercise = /^[^/]+\/exercises\/[^/]+\/[^/]+$/.test(starlightRoute.id);
  starlightRoute.sidebar = shortenSidebar(starlightRoute.sidebar, isExercise ? params['id'] : undefined);
});
