// An unmodified discord.js logs in to TestDiscord, registers a command, posts, answers,
// resumes after op 7, a cut, a close and silence with nothing missed, and identifies anew after op 9; all with its default settings.
// Usage: node check.mjs http://127.0.0.1:PORT/ ; it ends with 0 and one line per step, or with 1 and the step that failed.
import { Client, Events, GatewayIntentBits } from 'discord.js';

const address = process.argv[2];
const ask = async (path, body) => {
  const response = await fetch(`${address}_test/${path}`, body ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {});
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
  return text ? JSON.parse(text) : null;
};
const within = (promise, step) => Promise.race([promise, new Promise((_, reject) => setTimeout(() => reject(new Error(`${step}: nothing came in 20 s`)), 20000))]);
const check = (holds, step) => { if (!holds) throw new Error(step); console.log(`ok ${step}`); };

const state = await ask('state');
const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: `${address}api`, version: '10' } });
client.on('error', (error) => console.log(`client error: ${error.message}`));
const next = (event) => new Promise((resolve) => client.once(event, resolve));

try {
  const ready = next(Events.ClientReady);
  await client.login(state.token);
  await within(ready, 'login');
  check(client.user.id === state.applicationId && client.guilds.cache.has(state.guildId), 'login');

  await client.application.commands.set([{ name: 'outside', description: 'A check', options: [{ type: 3, name: 'word', description: 'A word', required: true, autocomplete: true }] }]);
  check((await ask('commands'))[0].name === 'outside', 'register');

  const channel = await client.channels.fetch(state.channelIds[0]);
  const posted = await channel.send({ content: 'Hello @everyone', allowedMentions: { parse: [] } });
  check(posted.content === 'Hello @everyone' && (await ask('pings')).length === 0, 'post');

  client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isAutocomplete()) await interaction.respond([{ name: `${interaction.options.getFocused()}!`, value: 'v' }]);
    else if (interaction.isChatInputCommand()) {
      await interaction.deferReply({ flags: 64 });
      await interaction.editReply({ content: `You said ${interaction.options.getString('word')}`, components: [{ type: 1, components: [{ type: 2, style: 1, label: 'More', custom_id: 'more' }] }] });
    } else if (interaction.isButton()) await interaction.update({ content: 'More', components: [] });
  });
  const suggested = await ask('autocomplete', { command: 'outside', option: 'word', typed: 'ab' });
  check(suggested.choices[0].name === 'ab!', 'autocomplete');
  const answered = await ask('invoke', { command: 'outside', options: { word: 'hi' } });
  check(answered.error === null && answered.deferred && answered.ephemeral && answered.message.content === 'You said hi', 'command');
  const clicked = await ask('click', { messageId: answered.message.id, customId: 'more' });
  check(clicked.error === null && clicked.message.content === 'More', 'button');

  // Whatever happens to the connection, each interaction is heard once: those of before, of meanwhile and of after the break.
  const heard = [];
  client.on('raw', (packet) => { if (packet.t === 'INTERACTION_CREATE' && packet.d.numbered) heard.push(packet.d.id); });
  let number = 0;
  const happen = async () => {
    const id = `${BigInt(Date.now() - 1420070400000) << 22n}`.slice(0, -3) + `${100 + number++}`;
    await ask('gateway/dispatch', { name: 'INTERACTION_CREATE', data: { ...sample, id, numbered: true } });
    return id;
  };
  // type 5 without fields: discord.js emits an interaction that no handler here answers
  const sample = { application_id: state.applicationId, type: 5, token: 'none', version: 1, guild_id: state.guildId, channel_id: state.channelIds[0], data: { custom_id: 'none', components: [] }, user: { id: state.userId, username: 'reader', discriminator: '0', avatar: null }, entitlements: [], authorizing_integration_owners: {}, context: 0, attachment_size_limit: 1 };
  const until = async (holds, step) => { for (let i = 0; i < 400; i++) { if (await holds()) return; await new Promise((resolve) => setTimeout(resolve, 50)); } throw new Error(`${step}: nothing came in 20 s`); };
  const survive = async (step, order, { resumes, identifies, event }) => {
    const before = await ask('gateway');
    const back = next(event);
    const ids = [await happen()];
    await ask('gateway', order);
    if (resumes) ids.push(await happen());
    await within(back, step);
    ids.push(await happen());
    await until(() => ids.every((id) => heard.includes(id)), step);
    const after = await ask('gateway');
    check(ids.every((id) => heard.filter((it) => it === id).length === 1) && after.resumes - before.resumes === resumes && after.identifies - before.identifies === identifies, step);
  };
  const resume = { resumes: 1, identifies: 0, event: Events.ShardResume };
  await survive('resume after op 7', { do: 'reconnect' }, resume);
  await survive('resume after a cut', { do: 'disconnect' }, resume);
  await survive('resume after op 9 that allows it', { do: 'invalid-session-resumable' }, resume);
  await survive('resume after a close', { do: 'close', code: 4000 }, resume);
  await survive('resume after silence', { do: 'silent', for: 1 }, resume);
  await survive('identify anew after op 9', { do: 'invalid-session' }, { resumes: 0, identifies: 1, event: Events.ShardReady });
  const gateway = await ask('gateway');
  check(gateway.identifiesTooSoon === 0 && gateway.closes.every((code) => code === 4000), 'no breach on the gateway');
  check((await ask('refusals')).length === 0, 'nothing refused');
  await client.destroy();
  process.exit(0);
} catch (error) {
  console.log(`failed: ${error.message}`);
  process.exit(1);
}
