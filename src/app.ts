import { OpenAPIHono } from '@hono/zod-openapi'
import type { Dependencies } from './dependencies.ts'
import { auditRoutes } from './http/admin/audit.ts'
import { readFact } from './http/admin/fact-schema.ts'
import { factRoutes } from './http/admin/facts.ts'
import { importRowRoutes } from './http/admin/import-rows.ts'
import { importStepRoutes } from './http/admin/import-steps.ts'
import { importRoutes } from './http/admin/imports.ts'
import { invitationRoutes } from './http/admin/invitations.ts'
import { adminKeyRoutes } from './http/admin/keys.ts'
import { meRoutes } from './http/admin/me.ts'
import { peopleRoutes } from './http/admin/people.ts'
import { proposalRoutes } from './http/admin/proposals.ts'
import { rightsRoutes } from './http/admin/rights.ts'
import { sessionProofRoutes } from './http/admin/session-proof.ts'
import { sessionRoutes } from './http/admin/sessions.ts'
import { subjectRoutes } from './http/admin/subjects.ts'
import { ageLimitRoutes } from './http/age-limits.ts'
import { agencyRoutes } from './http/agencies.ts'
import { agencyHistoryRoutes } from './http/agency-history.ts'
import { readCheck } from './http/check-body.ts'
import { checkFinder } from './http/check-code.ts'
import { fullCheckRoutes } from './http/checks.ts'
import { destinationRoutes } from './http/destinations.ts'
import { documentRequirementRoutes } from './http/document-requirements.ts'
import { documentationRoutes } from './http/documentation.ts'
import { feeRuleRoutes } from './http/fee-rules.ts'
import { foreignPartnerRoutes } from './http/foreign-partners.ts'
import { refuseInvalidInput } from './http/input.ts'
import { issuedDocumentLookupRoutes } from './http/issued-document-lookup.ts'
import { issuedDocumentRoutes } from './http/issued-documents.ts'
import { jobOrderRoutes } from './http/job-orders.ts'
import { keyGate } from './http/key-gate.ts'
import { keyUsageRoutes } from './http/key-usage.ts'
import { logRoutes } from './http/log.ts'
import { logProofRoutes } from './http/log-proofs.ts'
import { logTileRoutes } from './http/log-tiles.ts'
import { methodsOf } from './http/methods.ts'
import { createMetrics } from './http/metrics.ts'
import { officeRoutes } from './http/offices.ts'
import { operationsRoutes } from './http/operations.ts'
import { problemPages } from './http/problem-pages.ts'
import { receiptRoutes } from './http/receipts.ts'
import { recruitmentPermitRoutes } from './http/recruitment-permits.ts'
import { requestShell } from './http/request-shell.ts'
import { ruleRoutes } from './http/rules.ts'
import { sourceRoutes } from './http/sources.ts'
import { suggestRoutes } from './http/suggest.ts'
import { uploadRead } from './http/upload.ts'
import { verifyRoutes } from './http/verify.ts'
import { verifyBatchRoutes } from './http/verify-batch.ts'
import { vocabularyRoutes } from './http/vocabulary.ts'
import { notFound, onError } from './problem.ts'
import type { RequestEnv } from './request-context.ts'
import { signInNeeded } from './signed-in.ts'
import { agencyPageRoutes } from './web/agency.tsx'
import { agencyListRoutes } from './web/agency-list.tsx'
import { assetRoutes } from './web/assets.ts'
import { checkRoutes } from './web/check.tsx'
import { accountRoutes } from './web/console/account.tsx'
import { consoleAgencyListRoutes } from './web/console/agencies.tsx'
import { consoleAgencyRoutes } from './web/console/agency.tsx'
import { formTokenNeeded } from './web/console/form-token.ts'
import { holdForm } from './web/console/held-form.tsx'
import { oneImportPageRoutes } from './web/console/import.tsx'
import { importPageRoutes } from './web/console/imports.tsx'
import { consoleKeyRoutes } from './web/console/keys.tsx'
import { consoleNameRoutes } from './web/console/names.tsx'
import { peoplePageRoutes } from './web/console/people.tsx'
import { proposalPageRoutes } from './web/console/proposals.tsx'
import { recordingPageRoutes } from './web/console/recording.tsx'
import { consoleRuleRoutes } from './web/console/rules.tsx'
import { consoleSourceRoutes } from './web/console/sources.tsx'
import { consoleStartRoutes } from './web/console/start.tsx'
import { subjectPageRoutes } from './web/console/subject.tsx'
import { trailRoutes } from './web/console/trail.tsx'
import { answerProblemTo } from './web/error-page.tsx'
import { fullCheckPageRoutes } from './web/full-check/full-check.tsx'
import { invitationPageRoutes } from './web/invitation.tsx'
import { keyUsagePageRoutes } from './web/key-usage.tsx'
import { receiptPageRoutes } from './web/receipt.tsx'
import { sandboxRoutes } from './web/sandbox.tsx'
import { signInRoutes } from './web/sign-in.tsx'
import { startRoutes } from './web/start.tsx'

/** The whole service as one Hono app. It needs Node's request and response: serve it with `serve()`. */
export function createApp(dependencies: Dependencies) {
  const app = new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput })
  const metrics = createMetrics()
  const methodsAt = methodsOf(app)
  const finder = checkFinder(dependencies)
  const answerProblem = answerProblemTo(dependencies, methodsAt)

  const gate = keyGate(dependencies)
  app.use(requestShell(dependencies, metrics, gate, methodsAt, answerProblem))
  app.onError(onError(dependencies, answerProblem))
  app.notFound(notFound(methodsAt, answerProblem))
  app.use('/v1/admin/*', signInNeeded(dependencies), uploadRead())
  app.use(
    '/konsol/*',
    signInNeeded(dependencies, holdForm(dependencies)),
    uploadRead(),
    formTokenNeeded(dependencies),
  )

  app.route('/', verifyRoutes(dependencies))
  app.route('/', verifyBatchRoutes(dependencies))
  app.route('/', fullCheckRoutes(dependencies, finder))
  app.route('/', receiptRoutes(dependencies, finder))
  app.route('/', suggestRoutes(dependencies))
  app.route('/', agencyRoutes(dependencies))
  app.route('/', agencyHistoryRoutes(dependencies))
  app.route('/', recruitmentPermitRoutes(dependencies))
  app.route('/', jobOrderRoutes(dependencies))
  app.route('/', destinationRoutes(dependencies))
  app.route('/', ageLimitRoutes(dependencies))
  app.route('/', documentRequirementRoutes(dependencies))
  app.route('/', feeRuleRoutes(dependencies))
  app.route('/', foreignPartnerRoutes(dependencies))
  app.route('/', officeRoutes(dependencies))
  app.route('/', issuedDocumentRoutes(dependencies))
  app.route('/', issuedDocumentLookupRoutes(dependencies))
  app.route('/', sourceRoutes(dependencies))
  app.route('/', ruleRoutes())
  app.route('/', vocabularyRoutes())
  app.route('/', meRoutes())
  app.route('/', keyUsageRoutes(dependencies))
  app.route('/', adminKeyRoutes(dependencies))
  app.route('/', factRoutes(dependencies))
  app.route('/', subjectRoutes(dependencies))
  app.route('/', proposalRoutes(dependencies))
  app.route('/', importRoutes(dependencies))
  app.route('/', importRowRoutes(dependencies))
  app.route('/', importStepRoutes(dependencies))
  app.route('/', logRoutes(dependencies))
  app.route('/', logProofRoutes(dependencies))
  app.route('/', logTileRoutes(dependencies))
  app.route('/', sessionProofRoutes(dependencies))
  app.route('/', sessionRoutes(dependencies))
  app.route('/', peopleRoutes(dependencies))
  app.route('/', invitationRoutes(dependencies))
  app.route('/', rightsRoutes(dependencies))
  app.route('/', auditRoutes(dependencies))
  app.route('/', operationsRoutes(dependencies, metrics))
  app.route('/', problemPages())
  app.route('/', startRoutes(dependencies))
  app.route('/', checkRoutes(dependencies))
  app.route('/', fullCheckPageRoutes(dependencies, { finder, readCheck }))
  app.route('/', agencyPageRoutes(dependencies))
  app.route('/', agencyListRoutes(dependencies))
  app.route('/', sandboxRoutes(dependencies))
  app.route('/', receiptPageRoutes(dependencies, finder))
  app.route('/', signInRoutes(dependencies))
  app.route('/', invitationPageRoutes(dependencies))
  app.route('/', consoleStartRoutes(dependencies))
  app.route('/', consoleKeyRoutes(dependencies))
  app.route('/', keyUsagePageRoutes(dependencies))
  app.route('/', consoleAgencyListRoutes(dependencies))
  app.route('/', consoleAgencyRoutes(dependencies))
  app.route('/', consoleSourceRoutes(dependencies))
  app.route('/', consoleRuleRoutes(dependencies))
  app.route('/', consoleNameRoutes(dependencies))
  app.route('/', accountRoutes(dependencies))
  app.route('/', peoplePageRoutes(dependencies))
  app.route('/', trailRoutes(dependencies))
  app.route('/', proposalPageRoutes(dependencies))
  app.route('/', importPageRoutes(dependencies))
  app.route('/', oneImportPageRoutes(dependencies))
  app.route('/', recordingPageRoutes(dependencies, readFact))
  app.route('/', subjectPageRoutes(dependencies))
  app.route('/', assetRoutes())
  app.route('/', documentationRoutes(app))
  return app
}

export type App = ReturnType<typeof createApp>
