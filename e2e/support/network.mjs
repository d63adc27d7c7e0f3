// A small network with real codes, and people to sign in as.

export const UNITS = `code,name,kind,parent,division,address,phone,opens,closes,serviceArea,active
HQ,总部,HEADQUARTERS,,,,,,,,true
R05,华南区域,REGION,HQ,,,,,,,true
R07,西南区域,REGION,HQ,,,,,,,true
P44,广东省区,PROVINCE,R05,440000,,,,,,true
P51,四川省区,PROVINCE,R07,510000,,,,,,true
C4401,广州,CITY,P44,440100,,,,,,true
C5101,成都,CITY,P51,510100,,,,,,true
H4401,广州转运中心,HUB,C4401,440100,,,00:00,23:59,,true
H5101,成都转运中心,HUB,C5101,510100,,,00:00,23:59,,true
O440106-001,天河体育西网点,OUTLET,C4401,440106,广州市天河区体育西路1号,02088880001,08:00,20:00,天河区,true
O510104-001,锦江春熙路网点,OUTLET,C5101,510104,成都市锦江区春熙路1号,02888880001,08:00,20:00,锦江区,true
`;

/** The password of everybody in this network. */
export const PASSWORD = 'Kite-Harbor-2026';

export const PEOPLE = `username,name,phone,roles,unit,initialPassword,dutyFor
li.hub,李转运,13900000001,OUTLET_CLERK,H5101,${PASSWORD},ALL
wang.outlet,王小网,13900000002,OUTLET_CLERK,O510104-001,${PASSWORD},ALL
zhao.sender,赵发件,13900000003,OUTLET_CLERK,H4401,${PASSWORD},ALL
chen.region,陈区域,13900000004,REGION_MANAGER,R07,${PASSWORD},ALL
zhou.hq,周总部,13900000005,HEADQUARTERS_MANAGER,HQ,${PASSWORD},ALL
sun.agent,孙坐席,13900000006,AGENT,HQ,${PASSWORD},
wu.admin,吴管理,13900000007,ADMINISTRATOR,HQ,${PASSWORD},
`;

export async function settle(partner) {
  await partner.upload('/network/import?dryRun=false', 'network.csv', UNITS);
  await partner.upload('/people/import?dryRun=false', 'people.csv', PEOPLE);
}
