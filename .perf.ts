import { NameIndex } from './src/domain/matching/name-index.ts'
import { TRUE_VARIANTS } from './test/bench/matching/mutators.ts'
import { wordsOf } from './test/bench/matching/measure.ts'
import { Random } from './test/bench/matching/random.ts'
import { syntheticRegister } from './test/bench/matching/synthetic-register.ts'
const size=Number(process.argv[2]??50000), n=Number(process.argv[3]??1500)
const register = syntheticRegister(size, 7)
const index = new NameIndex(register)
const random=new Random(11)
const times:number[]=[]
for (let i=0;i<n+300;i++){ const name=random.pick(register); const text=random.pick(TRUE_VARIANTS).mutate(wordsOf(name.name),random,{words:[],oneLetterAway:new Map()})??name.name; const s=performance.now(); index.match(text,{country:'ID'}); if(i>=300)times.push(performance.now()-s)}
times.sort((a,b)=>a-b); console.log(size,'p50',times[times.length>>1]!.toFixed(2),'p95',times[Math.floor(times.length*.95)]!.toFixed(2),'p99',times[Math.floor(times.length*.99)]!.toFixed(2), 'mean', (times.reduce((a,b)=>a+b)/times.length).toFixed(2))
