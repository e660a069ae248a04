import { chromium } from "@playwright/test";
const b=await chromium.launch({executablePath:"/usr/bin/chromium",args:["--no-sandbox"]});
const B='http://riverside.localhost:8080';
async function who(h,w=1280,hgt=800){const c=await b.newContext({viewport:{width:w,height:hgt}});const p=await c.newPage();await p.goto(B+'/help');await p.evaluate(h=>fetch('/demo/become/'+h,{method:'POST'}).then(r=>r.status),h);return p}
const shot=(p,n)=>p.screenshot({path:'/tmp/trial/'+n+'.png'});
const h=await who('hugo',390,800);
await h.goto(B+'/conversations/01a1dac7-7cec-7f8c-a5a7-d81c2217d380');await h.waitForTimeout(800);await shot(h,'hugo-group');
await h.goto(B+'/preferences/blocked');await shot(h,'hugo-blocked');
await h.goto(B+'/people/farid');await shot(h,'hugo-farid');
await h.goto(B+'/people/ana');await shot(h,'hugo-ana');
const s=await who('salma',390,800);
await s.goto(B+'/preferences/blocked');await shot(s,'salma-blocked');
await s.goto(B+'/people/yusuf');await shot(s,'salma-yusuf');
await s.goto(B+'/preferences');await s.locator('#privacy').scrollIntoViewIfNeeded();await shot(s,'salma-pref');
const a=await who('ana',390,800);
await a.goto(B+'/conversations?show=invitations');await a.waitForTimeout(500);await shot(a,'ana-inv');
await a.goto(B+'/conversations/01a21449-2aec-78bb-b56f-b462f3e27ebc');await a.waitForTimeout(500);await shot(a,'ana-choir');
await a.goto(B+'/conversations/01a1e514-34ec-7934-a7ff-4ebffaa330f0');await a.waitForTimeout(500);await shot(a,'ana-jonas');
await b.close();
