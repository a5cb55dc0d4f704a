// An unmodified discord.js logs in to TestDiscord, registers a command, posts, answers, resumes (op 7) and identifies anew (op 9).
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

  const resumed = next(Events.ShardResume);
  await ask('gateway', { do: 'reconnect' });
  await within(resumed, 'resume');
  check((await ask('gateway')).resumes === 1, 'resume');

  const again = next(Events.ShardReady);
  await ask('gateway', { do: 'invalid-session' });
  await within(again, 'identify anew');
  check((await ask('gateway')).identifies === 2, 'identify anew');
  check((await ask('refusals')).length === 0, 'nothing refused');
  await client.destroy();
  process.exit(0);
} catch (error) {
  console.log(`failed: ${error.message}`);
  process.exit(1);
}
