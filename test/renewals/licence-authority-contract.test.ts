import { readFileSync } from 'node:fs'
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, it } from 'vitest'
import { projectPath } from '../../src/platform/paths.ts'
import { authorityStatus } from '../../src/renewals/authority-status.ts'

const contract = JSON.parse(
  readFileSync(projectPath('fixtures/contracts/licence-authority.openapi.json'), 'utf8'),
)

it("the licence authority's contract is valid OpenAPI", async () => {
  expect(await new Validator().validate(structuredClone(contract))).toMatchObject({ valid: true })
})

it('every status of the contract has a state of ours', () => {
  for (const status of contract.components.schemas.Status.enum) {
    expect(authorityStatus(status), status).toBeDefined()
  }
})

it('has no place for a diagnosis or a finding', () => {
  const properties = JSON.stringify(contract.components.schemas.NewCase)
  expect(properties).not.toMatch(/diagnos|finding|disease|reason|assessment/i)
  expect(contract.components.schemas.NewCase.additionalProperties).toBe(false)
})
