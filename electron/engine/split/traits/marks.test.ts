import { describe } from 'vitest';
import { BAKERY, CHESS, CRANES, SNOW, page } from './testing/neighbours.ts';
import { traits } from './testing/traits.ts';

const SHOES = `=
h 补鞋匠的柜子里有一封信
b 本报讯（记者 乔木）补鞋匠封守信在桥头摆摊三十年，他的小木柜最上面一层不放鞋，只放一封没有寄出去的信。
b 信是一个学生留下的。那年冬天，学生的棉鞋开了口，封守信补好没有收钱，只说：“天冷，路远，鞋要紧。”学生第二天留下一封信，说等自己挣了钱再来拆。
b “信我没有拆，”封守信说，“他还没有来，拆了就没有人来了。”`;

const corner = (text: string) => text.replaceAll('“', '『').replaceAll('”', '』');
const halfWidth = (text: string) => text.replaceAll('，', ',');

describe('a page with punctuation of its own', () => {
  traits([
    ['half-width commas throughout', halfWidth(page(CRANES, SHOES, BAKERY, SNOW))],
    ['half-width commas and a paragraph cut after one', halfWidth(page(CRANES, SHOES.replace('学生的棉鞋开了口，', '学生的棉鞋开了口，|'), BAKERY, SNOW))],
    ['corner brackets for quotation marks', corner(page(CRANES, SHOES, BAKERY, SNOW))],
    ['corner brackets and a paragraph cut inside them', corner(page(CRANES, SHOES.replace('天冷，路远，鞋要紧。”学生', '天冷，路远，鞋要|紧。”学生'), BAKERY, SNOW))],
    ['straight quotation marks', page(CRANES, SHOES, BAKERY, SNOW).replaceAll(/[“”]/g, '"')],
    ['a closing quotation mark missing', page(CRANES, SHOES.replace('鞋要紧。”', '鞋要紧。{”/}'), BAKERY, SNOW)],
    ['a closing quotation mark missing at a paragraph’s end', page(CRANES, SHOES.replace(/”$/, '{”/}'), BAKERY, SNOW)],
    ['a closing quotation mark too many', page(CRANES, SHOES.replace('三十年，', '三十年{/”}，'), BAKERY, SNOW)],
    ['an opening quotation mark missing', page(CRANES, SHOES.replace('b “信我', 'b {“/}信我'), BAKERY, SNOW)],
    ['misread characters', page(CRANES, SHOES.replace('没有寄出去', '没有寄出{去/丢}').replace('只放一封', '只放{一/丨}封'), BAKERY, SNOW)],
    ['a misread character in a byline', page(CRANES, SHOES.replace('（记者 乔木）', '（记者 乔{木/本}）'), BAKERY, SNOW)],
    ['a name spelt two ways', page(CRANES, SHOES.replace('封守信说', '封{守/宇}信说'), CHESS, SNOW)],
    ['a character dropped from a headline', page(CRANES, SHOES.replace('h 补鞋匠的', 'h 补鞋匠{的/}'), BAKERY, SNOW)],
  ]);
});
