using System.Net;
using CsCheck;
using SummaryBot.Sources.Fetching;

namespace SummaryBot.Tests.Sources.Fetching;

public sealed class AddressGuardTests
{
    private static readonly string[] Networks =
    [
        "127.0.0.0/8", "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.168.0.0/16", "198.18.0.0/15",
        "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "192.88.99.0/24", "224.0.0.0/4", "240.0.0.0/4", "168.63.129.16/32",
        "::/128", "::1/128", "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/23", "2001:db8::/32", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
    ];

    public static TheoryData<string> Refused => [.. Networks];

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_special_network_is_refused_from_its_first_address_to_its_last(string text)
    {
        var network = IPNetwork.Parse(text);
        Assert.NotNull(AddressGuard.Refuse(network.BaseAddress));
        Assert.NotNull(AddressGuard.Refuse(In(network, Enumerable.Repeat((byte)255, 16).ToArray())));
        Gen.Byte.Array[16].Sample(bits => AddressGuard.Refuse(In(network, bits)) is not null, iter: 200);
    }

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("8.8.8.8")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("126.255.255.255")]
    [InlineData("128.0.0.0")]
    [InlineData("168.63.129.15")]
    [InlineData("168.63.129.17")]
    [InlineData("169.253.255.255")]
    [InlineData("169.255.0.0")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("192.0.1.0")]
    [InlineData("192.167.255.255")]
    [InlineData("192.169.0.0")]
    [InlineData("198.17.255.255")]
    [InlineData("198.20.0.0")]
    [InlineData("223.255.255.255")]
    [InlineData("2001:200::1")]
    [InlineData("2001:4860:4860::8888")]
    [InlineData("2606:2800:21f:cb07:6820:80da:af6b:8b2c")]
    [InlineData("2a00:1450:4001:80b::200e")]
    [InlineData("::ffff:8.8.8.8")]
    public void A_public_address_is_not(string address) => Assert.Null(AddressGuard.Refuse(IPAddress.Parse(address)));

    [Theory]
    [InlineData("169.254.169.254")] // AWS, Google Cloud, Azure
    [InlineData("fd00:ec2::254")] // AWS
    [InlineData("100.100.100.200")] // Alibaba Cloud
    [InlineData("192.0.0.192")] // Oracle Cloud
    [InlineData("168.63.129.16")] // Azure
    [InlineData("255.255.255.255")]
    [InlineData("fe80::1%2")]
    [InlineData("2606:4700::1111%1")]
    [InlineData("::7f00:1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:0:127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001:0:4136:e378:8000:63bf:3fff:fdd2")] // Teredo
    [InlineData("100::1")]
    [InlineData("4000::1")]
    public void An_address_that_leads_inside_by_another_way_is_refused(string address) => Assert.NotNull(AddressGuard.Refuse(IPAddress.Parse(address)));

    [Fact]
    public void An_IPv4_address_fares_the_same_when_it_is_written_as_IPv6() => Gen.Byte.Array[4].Sample(bytes =>
        AddressGuard.Refuse(new IPAddress(bytes)) == AddressGuard.Refuse(new IPAddress(bytes).MapToIPv6()));

    /// <summary>The address of a network whose other bits are these.</summary>
    private static IPAddress In(IPNetwork network, byte[] bits)
    {
        var bytes = network.BaseAddress.GetAddressBytes();
        for (var bit = network.PrefixLength; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] |= (byte)(bits[bit / 8] & (0x80 >> (bit % 8)));
        }

        return new IPAddress(bytes);
    }
}
