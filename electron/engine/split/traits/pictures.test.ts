import { describe } from 'vitest';
import { BAKERY, CHESS, CRANES, SNOW, page } from './testing/neighbours.ts';
import { traits } from './testing/traits.ts';

const BRIDGE = [
  'b 本报讯（记者 凌云）青石古桥的第一孔券洞昨天合拢，石匠把最后一块龙门石轻轻敲进去，桥下的人一齐鼓起掌来。',
  'b 古桥建于三百年前，前年被洪水冲垮两孔。修复队从河床里捞起一千一百块旧石，逐块量尺寸、编号、拼对，缺的才用新石补上。',
  'b 领头的石匠谭石生今年六十九岁，他说，旧石头认得自己的位置，放错了一块，上面的就怎么也放不平。',
];
const [FIRST, SECOND, THIRD] = BRIDGE as [string, string, string];
const HEAD = '=\nh 青石古桥合拢第一孔';

describe('a picture', () => {
  traits([
    ['in the middle of an article', page(CRANES, HEAD, FIRST, SECOND, '\n\nc 图为石匠在安放龙门石。\nr 凌云摄', THIRD, SNOW)],
    ['with a caption alone', page(CRANES, HEAD, FIRST, '\n\nc 图为石匠在安放龙门石。', SECOND, THIRD, SNOW)],
    ['with a credit alone', page(CRANES, HEAD, FIRST, '\n\nr 资料图片', SECOND, THIRD, SNOW)],
    ['between headline and text', page(CRANES, HEAD, '\n\nc 图为石匠在安放龙门石。\nr 凌云摄', FIRST, SECOND, THIRD, SNOW)],
    ['below the last paragraph', page(CRANES, HEAD, FIRST, SECOND, THIRD, '\n\nc 图为石匠在安放龙门石。\nr 凌云摄', SNOW)],
    ['and a second one in the same article', page(HEAD, FIRST, '\n\nc 图为石匠在安放龙门石。\nr 凌云摄', SECOND, '\n\nc 图为从河床里捞起的旧石。\nr 资料图片', THIRD, SNOW)],
    ['whose credit names a reader', page(CRANES, HEAD, FIRST, SECOND, '\n\nc 图为合拢后的券洞。\nr 读者 海一粟 供图', THIRD, SNOW)],
    ['whose caption spells a name in another way', page(CRANES, HEAD, FIRST, SECOND, THIRD, '\n\nc 图为石匠谭{石/右}生在安放龙门石。\nr 凌云摄', BAKERY)],
  ]);
});

describe('no picture', () => {
  traits([
    ['a gap between two articles', page(HEAD, ...BRIDGE, CHESS.replace('=\n', '=\n\n\n'), SNOW)],
    ['a gap inside an article, with nothing in it', page(CRANES, HEAD, FIRST, `\n\n${SECOND}`, THIRD, SNOW)],
    ['a paragraph that speaks of pictures', page(CRANES, HEAD, FIRST, SECOND, 'b 谭石生的手机里存着一千一百张照片，每块石头一张，都是他蹲在河滩上自己拍摄的，一张也舍不得删。', THIRD, SNOW)],
    ['a sentence that ends in 摄', page(CRANES, HEAD, FIRST, SECOND, 'b 墙上挂着古桥完好时的旧照，据谭石生说，是他的师傅在四十年前借了一架相机，爬到对岸的老樟树上，等了一个早晨才拍摄。', THIRD, SNOW)],
  ]);
});
