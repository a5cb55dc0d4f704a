// An unmodified discord.js posts text, an embed and components, meets limits, and answers a command, an autocomplete, a button, a menu and a form.
// Usage: node rest.mjs http://127.0.0.1:PORT/ ; it ends with 0 and one line per step, or with 1 and the step that failed.
import {
  ActionRowBuilder, ApplicationCommandOptionType, ButtonBuilder, ButtonStyle, Client, ContainerBuilder, EmbedBuilder, Events, GatewayIntentBits, MessageFlags,
  ModalBuilder, Routes, StringSelectMenuBuilder, TextDisplayBuilder, TextInputBuilder, TextInputStyle,
} from 'discord.js';

const address = process.argv[2];
const ask = async (path, body) => {
  const response = await fetch(`${address}_test/${path}`, body ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {});
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
  return text ? JSON.parse(text) : null;
};
const within = (promise, step) => Promise.race([promise, new Promise((_, reject) => setTimeout(() => reject(new Error(`${step}: nothing came in 20 s`)), 20000))]);
const check = (holds, step, what) => { if (!holds) throw new Error(`${step} ${what === undefined ? '' : JSON.stringify(what)}`); console.log(`ok ${step}`); };
const refused = async (promise) => { try { await promise; } catch (error) { return error; } throw new Error('it was accepted'); };

const state = await ask('state');
const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: `${address}api`, version: '10' } });
client.on('error', (error) => console.log(`client error: ${error.message}`));
const limits = [];
client.rest.on('rateLimited', (limit) => limits.push(limit));

const row = (component) => new ActionRowBuilder().addComponents(component);
const button = (id) => row(new ButtonBuilder().setCustomId(id).setLabel(id).setStyle(ButtonStyle.Primary));
const menu = row(new StringSelectMenuBuilder().setCustomId('menu').addOptions({ label: 'One', value: '1' }, { label: 'Two', value: '2' }));
const form = new ModalBuilder().setCustomId('form').setTitle('A form')
  .addComponents(row(new TextInputBuilder().setCustomId('text').setLabel('A text').setStyle(TextInputStyle.Short)));

client.on(Events.InteractionCreate, async (interaction) => {
  try {
    if (interaction.isAutocomplete()) await interaction.respond([{ name: `${interaction.options.getFocused()}!`, value: 'v' }]);
    else if (interaction.isMessageContextMenuCommand()) await interaction.reply({ content: `About ${interaction.targetMessage.content}`, flags: MessageFlags.Ephemeral });
    else if (interaction.isChatInputCommand()) {
      const response = await interaction.reply({ content: `You said ${interaction.options.getString('word')}`, components: [button('more'), menu], withResponse: true });
      if (response.resource.message.content.length === 0) throw new Error('no message in the response');
      await interaction.followUp({ content: 'A second word', flags: MessageFlags.Ephemeral });
    } else if (interaction.isButton()) await interaction.showModal(form);
    else if (interaction.isStringSelectMenu()) await interaction.update({ content: `Chosen ${interaction.values.join()}` });
    else if (interaction.isModalSubmit()) {
      await interaction.deferReply();
      await interaction.editReply({ content: `Filled ${interaction.fields.getTextInputValue('text')}` });
    }
  } catch (error) { console.log(`handler: ${error.message}`); }
});

try {
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(state.token);
  await within(ready, 'login');

  await client.application.commands.set([
    { name: 'outside', description: 'A check', options: [{ type: ApplicationCommandOptionType.String, name: 'word', description: 'A word', required: true, autocomplete: true }] },
    { name: 'Read it', type: 3, defaultMemberPermissions: '2048' },
  ]);
  const registered = await client.application.commands.fetch();
  check(registered.size === 2, 'register', registered.size);

  const channel = await client.channels.fetch(state.channelIds[0]);
  check(channel.permissionsFor(client.user.id).has('SendMessages'), 'rights');

  const text = await channel.send({ content: 'Hello', nonce: 'n-1', enforceNonce: true });
  const again = await channel.send({ content: 'Hello', nonce: 'n-1', enforceNonce: true });
  check(text.id === again.id, 'a nonce is enforced');
  const embed = await channel.send({ embeds: [new EmbedBuilder().setTitle('Title').setURL('https://example.com/a').setDescription('Text').setColor(0x3366ff).setTimestamp(0).setFooter({ text: 'Foot' }).addFields({ name: 'N', value: 'V' })] });
  check(embed.embeds[0].title === 'Title' && embed.embeds[0].fields[0].inline === false, 'embed');
  const card = await channel.send({
    flags: MessageFlags.IsComponentsV2,
    components: [new ContainerBuilder().setAccentColor(0x3366ff).addTextDisplayComponents(new TextDisplayBuilder().setContent('## Card')), button('card')],
  });
  check(card.components[0].components[0].content === '## Card' && card.flags.has(MessageFlags.IsComponentsV2), 'components');
  const edited = await text.edit('Hello again');
  check(edited.editedTimestamp !== null, 'edit');
  await embed.delete();
  check((await channel.messages.fetch({ limit: 10 })).size === 2, 'delete and read');

  const sent = [];
  for (let i = 0; i < 7; i++) sent.push(channel.send(`Message ${i}`));
  await within(Promise.all(sent), 'limits');
  check(limits.length > 0 && (await ask('requests')).every((request) => request.status !== 429), 'limits are waited for', limits.length);

  const wrong = await refused(client.rest.post(Routes.channelMessages(channel.id), { body: { content: 'x'.repeat(2001), embeds: [{ title: 't'.repeat(257) }] } }));
  check(wrong.status === 400 && wrong.code === 50035 && wrong.rawError.message === 'Invalid Form Body'
    && wrong.rawError.errors.content._errors[0].code === 'BASE_TYPE_MAX_LENGTH' && wrong.rawError.errors.embeds[0].title._errors[0].message.length > 0, 'a wrong body is refused', wrong.rawError);

  const suggested = await ask('autocomplete', { command: 'outside', option: 'word', typed: 'ab' });
  check(suggested.choices?.[0].name === 'ab!', 'autocomplete', suggested);
  const answered = await ask('invoke', { command: 'outside', options: { word: 'hi' } });
  check(answered.error === null && answered.message.content === 'You said hi', 'command', answered);
  const chosen = await ask('choose', { messageId: answered.message.id, customId: 'menu', values: ['2'] });
  check(chosen.message?.content === 'Chosen 2', 'menu', chosen);
  const clicked = await ask('click', { messageId: answered.message.id, customId: 'more' });
  check(clicked.modal?.title === 'A form', 'button', clicked);
  const filled = await ask('submit', { interactionId: clicked.interactionId, values: { text: 'words' } });
  check(filled.message?.content === 'Filled words' && filled.deferred, 'form', filled);
  const said = await ask('say', { channelId: channel.id, content: 'A question' });
  const read = await ask('message-command', { command: 'Read it', messageId: said.id });
  check(read.message?.content === 'About A question' && read.ephemeral, 'message command', read);
  const alone = await refused(ask('message-command', { command: 'Read it', messageId: said.id, userInstalled: true }));
  check(alone.message.includes('400'), 'a command is only offered where it may stand', alone.message);

  check((await ask('refusals')).length === 1, 'nothing else refused', await ask('refusals'));
  check((await ask('own-faults')).length === 0, 'nothing sent that Discord would not send', await ask('own-faults'));
  await client.destroy();
  process.exit(0);
} catch (error) {
  console.log(`failed: ${error.message}`);
  console.log(JSON.stringify(await ask('own-faults')));
  process.exit(1);
}
