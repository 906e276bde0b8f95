import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { client, unwrap } from './client.js';
import type {
  NoticeTemplate,
  NoticeTemplateChange,
  NoticeTemplatePreview,
  NoticeTemplateTrial,
  ReferenceChange,
} from './model.js';
import { lookUpAnew } from './query-client.js';

/** Which template in which language. */
export type TemplatePlace = Pick<NoticeTemplate, 'code' | 'language'>;

/** The texts that people are told, in every language. */
export function useNoticeTemplates(): UseQueryResult<NoticeTemplate[]> {
  return useQuery({
    queryKey: ['notice-templates'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/notice-templates', { signal })),
  });
}

/** Changes of a template, the newest first. */
export function useTemplateChanges({ code, language }: TemplatePlace): UseQueryResult<ReferenceChange[]> {
  return useQuery({
    queryKey: ['template-changes', code, language],
    queryFn: ({ signal }) =>
      unwrap(
        client.GET('/api/v1/notice-templates/{code}/{language}/changes', {
          params: { path: { code, language } },
          signal,
        }),
      ),
  });
}

/** A template as people would read it; asked again whenever its words change. */
export function useTemplatePreview(trial: NoticeTemplateTrial): UseQueryResult<NoticeTemplatePreview> {
  return useQuery({
    queryKey: ['template-preview', trial],
    queryFn: ({ signal }) => unwrap(client.POST('/api/v1/notice-templates/preview', { body: trial, signal })),
    enabled: trial.body.trim() !== '',
    retry: false,
    placeholderData: (before) => before,
  });
}

/** Changes a template. */
export function useSaveTemplate(): UseMutationResult<
  NoticeTemplate[],
  Error,
  TemplatePlace & { readonly change: NoticeTemplateChange }
> {
  return useMutation({
    mutationFn: ({ code, language, change }) =>
      unwrap(
        client.PUT('/api/v1/notice-templates/{code}/{language}', {
          params: { path: { code, language } },
          body: change,
        }),
      ),
    onSettled: () => lookUpAnew('notice-templates', 'template-changes'),
  });
}
