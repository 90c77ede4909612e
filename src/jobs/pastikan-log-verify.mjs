#!/usr/bin/env node
// The command that package.json names: Node reads the TypeScript beside it through tsx.
import { register } from 'tsx/esm/api'

register()
await import('./verify-log-command.ts')
